# Le lecteur ligne à ligne.
plain-welcome = Chancery. Tapez un numéro pour ouvrir ce qui le suit, Entrée pour la suite, aide pour tous les ordres, quitter pour sortir.
plain-help = Ordres ; un mot, sa lettre, ou son numéro ici :
plain-help-help = aide, h : ces lignes
plain-help-countries = pays, c : les pays qui ont des articles
plain-help-articles = articles, a : tous les articles ; articles Kazakhstan : ceux qui en parlent
plain-help-page = fiche, p : la page d'un pays avec ses sources ; fiche 3, fiche Bélarus
plain-help-unread = nonlus, u : ce que vous n'avez pas lu
plain-help-starred = favoris, f : ce qui porte une étoile
plain-help-search = chercher, s : chercher des mots ; « expressions » entre guillemets, pays:by et autres comptent aussi
plain-help-open = ouvrir, o : ouvrir 3, ou 3 seul
plain-help-next = suite, n, ou Entrée : la suite
plain-help-again = encore, g : la même chose depuis le début
plain-help-back = retour, b : ce qui était montré avant
plain-help-read = lu, m : lu ou non, ce texte ou lu 3
plain-help-star = étoile, x : étoile ou non, ce texte ou étoile 3
plain-help-note = note, t : note et vos mots, sur ce texte ou ce pays, ou note 3 et vos mots
plain-help-refresh = relire, r : regarder de nouveau le dossier
plain-help-quit = quitter, q : sortir
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
