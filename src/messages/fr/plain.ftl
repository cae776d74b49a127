# Le lecteur ligne à ligne.
plain-welcome = Chancery. Tapez un numéro pour ouvrir ce qui le suit, Entrée pour la suite, aide pour tous les ordres, quitter pour sortir.
plain-help = Ordres ; un mot, sa lettre, ou son numéro ici :
plain-help-help = ces lignes
plain-help-countries = les pays qui ont des articles
plain-help-articles = tous les articles ; articles Kazakhstan : ceux qui en parlent
plain-help-page = la page d'un pays avec ses sources ; fiche 3, fiche Bélarus
plain-help-unread = ce que vous n'avez pas lu
plain-help-starred = ce qui porte une étoile
plain-help-search = chercher des mots ; « expressions » entre guillemets, pays:by et autres comptent aussi
plain-help-open = ouvrir 3, ou 3 seul
plain-help-next = la suite
plain-help-again = la même chose depuis le début
plain-help-back = ce qui était montré avant
plain-help-read = lu ou non, ce texte ou lu 3
plain-help-star = étoile ou non, ce texte ou étoile 3
plain-help-note = note et vos mots, sur ce texte ou ce pays, ou note 3 et vos mots
plain-help-refresh = regarder de nouveau le dossier
plain-help-quit = sortir
plain-help-sort = les listes par date, par ancienneté, par titre ou par source, tour à tour
plain-help-end = la dernière page de ce qui est montré
plain-help-following = l'article suivant de la liste
plain-help-preceding = celui d'avant
plain-help-following-unread = le prochain que vous n'avez pas lu
plain-help-preceding-unread = le précédent que vous n'avez pas lu
plain-help-pair = la page de deux pays ; paire Bélarus, Kazakhstan, ou sur une fiche paire Bélarus
plain-help-period = depuis quand les fiches disent ce qui est nouveau ; période visite, 7j, 2025-05-01 ou tout
plain-help-seen = la fiche d'un pays est vue jusqu'ici
plain-help-digest = ce qui est nouveau dans tous les pays ; une 2025-05-01 : depuis ce jour
plain-help-agenda = ce qui est annoncé et ce qui vient d'avoir lieu
plain-help-go = un pays ou les articles d'un titre ; aller kazakh
plain-help-find = la prochaine ligne de ce qui est montré avec ces mots ; trouver commerce, puis trouver seul
plain-help-find-back = la ligne d'avant avec ces mots
plain-help-searches = les recherches que vous avez gardées
plain-help-save = garder la dernière recherche sous un nom ; garder Commerce
plain-help-rename = un autre nom pour une recherche gardée ; renommer 2 Entretiens
plain-help-forget = retirer une recherche gardée ; oublier 2
plain-help-read-all = marquer toute cette liste comme lue, quand vous aurez dit oui
plain-help-tag = une marque pour ce texte, ou la retirer ; marque Commerce, marque 3 Commerce
plain-help-tag-all = une marque pour toute cette liste ; marque-tout Commerce
plain-help-correct = ce qui est faux dans ce texte : corriger titre, date, pays et les bons mots ; corriger lié, copie ou retour
plain-help-notes = toutes vos notes
plain-help-undo = reprendre le dernier changement
plain-help-redo = le refaire
plain-help-sentences = ce texte phrase par phrase, pour en copier, prendre ou noter une par son numéro
plain-help-copy = ce qui est montré, ou copier 3, avec sa source, seul sur ses lignes
plain-help-export = ce qui est montré dans un fichier selon sa terminaison ; exporter entretiens.md
plain-help-collect = mettre ce texte, ou prendre 3, dans le panier
plain-help-take-out = le retirer du panier
plain-help-basket = ce que vous avez pris, avec ses sources
plain-help-up = dans le panier : avant celui du dessus ; monter 3
plain-help-down = dans le panier : après celui du dessous
plain-help-empty = tout retirer du panier
plain-help-amended = ce qui a été corrigé ou retiré depuis que vous l'avez pris ; là lu 1 ou tout-lu quand vous le savez
plain-help-links = où mènent vraiment les liens de ce texte
plain-help-import = une dépêche à vous dans votre boîte ; ses lignes, puis une ligne avec un seul point
plain-help-discard = retirer une dépêche de votre boîte, quand vous aurez dit oui ; ce texte ou jeter 3
plain-help-dropped = ce qui a été laissé hors de ce texte
plain-help-problems = les fichiers à problèmes
plain-help-samples = les articles d'exemple
plain-countries =
    { $count ->
        [one] { $count } pays.
       *[other] { $count } pays.
    }
plain-country = { $country } : { $count ->
        [one] { $count } article
       *[other] { $count } articles
    }, { $unread ->
        [one] { $unread } non lu
       *[other] { $unread } non lus
    }
plain-articles = { $heading } : { $count ->
        [one] { $count } article.
       *[other] { $count } articles.
    }
plain-all = Tous
plain-unread = Non lus
plain-starred = Favoris
plain-is-unread = non lu
plain-is-starred = étoile
plain-has-note = avec une note
plain-more = Entrée pour la suite, { $left ->
        [one] reste { $left } ligne.
       *[other] restent { $left } lignes.
    }
plain-end = Fin.
plain-gone = Ce texte n'est plus là ; retour ramène à ce qui était montré avant.
plain-unknown = « { $typed } » n'est pas un ordre ; aide les donne tous.
plain-no-number = Pas de { $number } ici ; encore montre les numéros.
plain-which = Dites lequel par son numéro, ou ouvrez-le d'abord.
plain-which-country = Dites quel pays par son numéro ou son nom.
plain-what = Écrivez les mots derrière.
plain-starred-now = Étoile : { $title }
plain-unstarred-now = Étoile retirée : { $title }
plain-read-now = Lu : { $title }
plain-unread-now = De nouveau non lu : { $title }
plain-note-kept = Note gardée.
plain-opens = { $words } : { $does }
plain-screen = { $command } sert à un écran ; ici il n'en reste rien à faire.
plain-refused-shown = Il n'y a pas d'article ici pour cela ; ouvrez-en un d'abord.
plain-no-page = Ouvrez d'abord la fiche d'un pays.
plain-two-countries = Dites quels deux pays, avec une virgule entre eux.
plain-period = Les fiches disent désormais ce qui est nouveau d'après cela.
plain-period-what = Écrivez derrière visite, 7j, 2025-05-01 ou tout.
plain-page-seen = Vu jusqu'ici.
plain-not-found = Aucune ligne ici n'a « { $words } ».
plain-searches = { $count ->
        [0] Aucune recherche gardée ; cherchez quelque chose, puis garder et un nom.
        [one] { $count } recherche gardée.
       *[other] { $count } recherches gardées.
    }
plain-search = { $name } : { $query }
plain-saved = Gardée : { $name }
plain-forgotten = Oubliée : { $name }
plain-nothing-searched = Cherchez d'abord quelque chose.
plain-ask-read-all = Marquer { $count ->
        [one] { $count } article comme lu
       *[other] { $count } articles comme lus
    } ? oui ou non
plain-all-read = Tout est lu.
plain-nothing-unread = Rien n'est à lire ici.
plain-tagged = Marque { $name } : { $count ->
        [one] { $count } article
       *[other] { $count } articles
    }
plain-untagged = Marque { $name } retirée : { $count ->
        [one] { $count } article
       *[other] { $count } articles
    }
plain-correct-what = Écrivez derrière titre, date, pays, lié, copie ou retour, et les bons mots.
plain-corrected = Corrigé : { $title }
plain-as-it-was = Comme dans son fichier.
plain-notes = { $count ->
        [0] Pas encore de notes.
        [one] { $count } note.
       *[other] { $count } notes.
    }
plain-note-on = { $subject } : { $words }
plain-undone = Annulé.
plain-redone = Rétabli.
plain-sentences = { $title }, phrase par phrase :
plain-no-links = Pas de liens ici.
plain-links = { $count ->
        [one] { $count } lien.
       *[other] { $count } liens.
    }
plain-link = { $words } : mène à { $host }, { $address }
plain-link-unfit = { $words } : n'est pas ouvert, { $address }
plain-exported = Écrit : { $path }
plain-export-what = Écrivez derrière un nom de fichier qui finit par .txt, .md, .html, ou .ics pour l'agenda.
plain-collected = Dans le panier ({ $count }).
plain-collected-before = C'est déjà dans le panier.
plain-taken-out = Retiré du panier ({ $count }).
plain-not-collected = Ce n'est pas dans le panier.
plain-emptied = Le panier est vide.
plain-basket = { $count ->
        [0] Le panier est vide.
        [one] { $count } chose dans le panier.
       *[other] { $count } choses dans le panier.
    }
plain-amended = { $count ->
        [0] Rien n'a été corrigé ni retiré depuis que vous l'avez pris.
        [one] { $count } article n'est plus ce que vous avez pris.
       *[other] { $count } articles ne sont plus ce que vous avez pris.
    }
plain-known = Vous le savez maintenant.
plain-paste = Collez la dépêche, ou tapez-la ; une ligne avec un seul point la termine.
plain-ask-receive = { $stories }. La garder dans votre boîte ? oui ou non
plain-no-dispatch = Ce n'est pas une dépêche ; rien n'est gardé.
plain-received = Dans votre boîte : { $title }
plain-ask-discard = Retirer « { $title } » de votre boîte ? oui ou non
plain-discarded = Retiré de votre boîte ; son texte est dans { $path }
plain-not-inbox = Seules les dépêches de votre boîte peuvent être jetées ; toutes les autres sont à la rédaction.
plain-left = Rien n'a été changé.
plain-dropped = Laissé hors de { $title } :
plain-nothing-dropped = Rien n'a été laissé de côté.
plain-problems = { $count ->
        [0] Aucun fichier n'a de problème.
        [one] { $count } problème.
       *[other] { $count } problèmes.
    }
plain-last = Il n'y en a pas d'autre dans la liste.
plain-first-list = Ouvrez d'abord une liste, et un de ses articles.
