# L'interface du lecteur.

view-all = Tous
view-unread = Non lus
view-starred = Suivis
view-country = Pays
view-no-country = Sans pays
view-no-date = Sans date
part-searches = RECHERCHES
part-views = VUES
part-desk = MES PAYS
part-others = PAYS
part-organisations = ORGANISATIONS
part-check = À VÉRIFIER
column-briefs = briefs
related-folded =
    { $count ->
        [one] 1 brève liée
       *[other] { $count } brèves liées
    }
copies-folded =
    { $count ->
        [one] { $count } copie
       *[other] { $count } copies
    }
fold-shown = { $list } :
related-in-list = Les brèves liées sont dans la liste, sous l'article.
related-have-no-mark = Une brève liée suit son article : marquez celui-ci.

# Bandeaux / Banners
banner-classification = { $value }
banner-embargo = EMBARGO : { $value }
banner-corrected = CORRIGÉ : ce texte remplace une version antérieure.
banner-withdrawn = RETIRÉ : la source a retiré ce texte.

# Lignes écartées / Lines left out
dropped-count =
    ⋯ { $count ->
        [one] 1 ligne écartée
       *[other] { $count } lignes écartées
    } — x : les voir
dropped-line = l. { $line }, { $kind } :
dropped-caption = légende
dropped-photo-credit = crédit photo
dropped-header = en-tête
dropped-sign-off = signature
dropped-source-line = source
dropped-counter = compteur
dropped-furniture = habillage
dropped-read-also = renvoi
dropped-repeated-title = titre répété
dropped-related-heading = titre de rubrique
nothing-dropped = Rien n'a été écarté de ce texte.

# Saisie / Lines being typed
picker-finder = Trouver :
picker-palette = Commande :
picker-help = Aide — chercher :
picker-problems = Fichiers à problèmes — chercher :
picker-corrections = Corriger :
prompt-filter-countries = Filtrer les pays :
prompt-filter-articles = Filtrer les articles :
prompt-find = Chercher dans le texte :
prompt-find-pattern = Chercher un motif :
prompt-export = Écrire dans (.html .md .txt, ou lp) :
prompt-correct-title = Titre :
prompt-correct-date = Date :
prompt-correct-countries = Pays :
question-more = … et { $count } caractères encore
question-keys = entrée oui · échap non
ask-all-read =
    { $count ->
        [one] Marquer 1 article comme lu ?
       *[other] Marquer { $count } articles comme lus ?
    }
ask-replace = { $path } existe déjà : le remplacer ?

# Corrections
aspect-title = Titre
aspect-date = Date
aspect-countries = Pays
aspect-related = Lié à l'article
related = oui
not-related = non
aspect-copy = Version du texte avec lequel il est rangé
copy = oui
not-copy = non
corrected-by-you = corrigé par vous : { $what }
corrected-by-you-short = corrigé par vous
correct-take-back = Reprendre toutes les corrections
correct-title-advice = entrée le garde · échap le laisse tel quel
filter-advice = Mots, « expressions », -sans, pays:by, depuis:30j, est:non-lu.
correct-date-advice = Par exemple 2025-05-12, 2025-05 ou 12 mai 2025 ; ligne vide : sans date.
correct-countries-advice = Noms ou codes séparés par des virgules, le principal d'abord ; ligne vide : aucun.
correct-title-empty = Un titre ne peut être vide ; échap le laisse tel quel.
correct-date-unknown = « { $value } » n'est pas une date ; écrivez par exemple 2025-05-12, 2025-05 ou 12 mai 2025.
correct-country-unknown = « { $name } » n'est pas un pays ; écrivez un nom ou un code, des virgules entre plusieurs.
nothing-to-correct = Aucun article à corriger ici.
did-correct = correction
did-uncorrect = corrections reprises
did-related = lié de nouveau
did-not-related = non lié
did-copy = rangé de nouveau avec l'autre
did-not-copy = pas un doublon

# Étiquettes / Tags
prompt-tag = Étiquette :
prompt-tag-all =
    { $count ->
        [one] Étiqueter { $count } article :
       *[other] Étiqueter les { $count } articles :
    }
tag-advice-first = Un mot à vous, par exemple visas ; la même étiquette une seconde fois l'ôte.
tag-advice-new = entrée crée cette étiquette · échap laisse tel quel
tag-advice-on = entrée étiquette #{ $tags }
tag-advice-off = entrée ôte #{ $tags }
tag-advice-has = a déjà : { $tags } · la même une seconde fois l'ôte
tag-advice-known = tab complète : { $tags }
tag-empty = Une étiquette veut un nom : écrivez un mot ou deux.
tag-too-long = Une étiquette a 64 caractères au plus : écrivez plus court.
tag-unseen = Une étiquette n'a pas de caractère invisible ni de commande : retapez-la.
tags-yours = vos étiquettes : { $tags }
did-tag = étiqueté
did-untag = étiquette ôtée

# Notes
picker-notes = Notes — chercher :
page-notes = Notes
page-notes-on-briefs = NOTES SUR SES BRIEFS
note-on = Note : { $title }
note-on-sentence = Note sur une phrase : { $title }
note-empty = Écrivez ici, en Markdown si vous voulez : c'est gardé chez vous, pas dans le fichier.
note-changed = pas encore gardée
note-saving = enregistrement…
note-draft = brouillon
note-kept = Note gardée.
note-removed = Note ôtée ; son fichier est dans notes/removed du dossier d'état.
note-too-long = Une note a 64 ko au plus : gardez celle-ci et écrivez-en une autre.
note-draft-taken-up = Reprise là où elle fut laissée sans être gardée : ctrl-o la garde, échap demande.
note-drafts-found =
    { $count ->
        [one] Une note fut laissée sans être gardée : a l la montre.
       *[other] { $count } notes furent laissées sans être gardées : a l les montre.
    }
note-changed-meanwhile = Changée entre-temps hors de cette fenêtre : ctrl-o encore une fois la remplace, échap la laisse.
note-not-put-back = La note fut changée entre-temps hors de cette fenêtre : elle reste telle quelle.
note-not-kept = Pas gardée ({ $detail }) : les mots restent ici, ctrl-o réessaie.
note-draft-not-kept = Le brouillon ne peut être gardé ({ $detail }) : gardez la note avant de partir.
note-no-editor = Pas d'autre éditeur ici : la configuration dit external_editor = false.
note-editor-unset = Ni VISUAL ni EDITOR ne nomme d'éditeur ; celui-ci continue.
note-editor-failed = { $editor } a mal fini ({ $detail }) : les mots sont comme avant.
ask-drop-note = Laisser ce qui n'est pas gardé ? entrée le laisse · échap continue d'écrire
notes-not-read = Les notes ne peuvent être lues : { $detail }
notes-on-sentences =
    { $count ->
        [one] une note sur une phrase
       *[other] notes sur { $count } phrases
    }
no-notes = Pas encore de note : a a en écrit une sur l'article, a c sur le pays, a s sur une phrase.
no-sentence-here = Ouvrez d'abord un article : a s y choisit une phrase.
nothing-to-note = Rien à annoter ici.
did-note = note

# Panier / Basket
basket = Panier
basket-file = panier
basket-count =
    { $count ->
        [0] vide
        [one] 1 entrée
       *[other] { $count } entrées
    }
hint-basket = g + panier ({ $count })
basket-empty = Le panier est vide.
basket-empty-how = Le panier est vide. Ouvrez un article, parcourez-en les phrases avec v et prenez-les avec + ; une ligne de fiche pays et un article entier de la liste se prennent aussi avec +.
basket-emptied = Le panier est vidé (U rend tout).
basket-source-gone = n'est plus dans le dossier
collected = Au panier ({ $count }). g + le montre.
collected-before = C'est déjà au panier ; - l'en ôte.
collected-is-gone = Son brief n'est plus dans le dossier ; ce que vous avez pris reste ici.
taken-out = Ôté ; il en reste { $count } au panier (U le rend).
not-collected = Ce n'est pas au panier ; + l'y met.
nothing-to-take-out = Rien à ôter ici : le panier, ce sont les entrées numérotées ci-dessus.
nothing-to-collect = Rien à prendre ici : une phrase (v), une ligne de fiche ou un article.
only-in-basket = C'est pour le panier : g + le montre.
did-collect = mis au panier
did-take-out = ôté du panier
did-empty-basket = panier vidé
did-acknowledge = corrections et retraits vus
did-trade = ordre du panier

# Ce qu'il advint / What became of it
amended = Corrigés ou retirés depuis que vous les avez pris
amended-count =
    { $count ->
        [0] tout est vu
       *[other] { $count } à voir
    }
hint-amended = g a changé ({ $count })
amended-none = Rien de ce que vous avez copié, imprimé, exporté, mis au panier ou suivi n'a été corrigé ou retiré depuis, ou vous l'avez vu.
amended-one = g a — { $fate } { $title }
amended-several = { $count } briefs que vous aviez pris ont été corrigés ou retirés depuis : g a les montre.
banner-amended = { $fate } Vous l'aviez pris avant : g a.
fate-withdrawn = RETIRÉ par sa source.
fate-corrected = CORRIGÉ.
fate-withdrawn-by = RETIRÉ : « { $title } ».
fate-corrected-by = CORRIGÉ par « { $title } ».
fate-replaced-by = REMPLACÉ par « { $title } ».
fate-other-text = TEXTE CHANGÉ.
taken-ways = Vous l'aviez { $ways }.
way-copied = copié le { $day }
way-exported = exporté le { $day }
way-printed = imprimé le { $day }
way-collected = mis au panier le { $day }
way-starred = suivi le { $day }
way-acknowledged = vu le { $day }

# États vides / Empty states
empty-filter = Rien ne correspond : échap enlève le filtre, tab cherche partout.
empty-unread = Tout est lu.
empty-starred = Rien n'est suivi : s suit l'article sous le curseur.
empty-list = Aucun article ici.
empty-reader = Choisissez un article et appuyez sur entrée.
first-scan = Chancery lit le dossier { $folder } pour la première fois…
no-briefs =
    Chancery lit des briefs par pays : un dossier de fichiers Markdown (.md) et de dépêches (.txt, .html).

    Aucun brief n'a été trouvé dans : { $folder }

    Ajoutez-y des fichiers, ils apparaîtront ici d'eux-mêmes. Un autre dossier : chancery --briefs DOSSIER, ou la ligne briefs de la configuration.

    g puis b ouvre les briefs d'exemple · ? montre toutes les touches · q quitte.
too-small = Agrandissez la fenêtre : Chancery a besoin de { $columns } colonnes et { $rows } lignes.
filing = classement { $done } / { $total }
unsaved = { $count } non enregistré(s)

# Ce que dit la dernière ligne / What the last line says
key-unbound = ‹{ $key }› ne fait rien ici ; ? montre toutes les touches.{ $near }
key-unbound-near = ‹{ $key }› ne fait rien ici. Peut-être : { $near }
paste-ignored = Texte collé ignoré : il n'y a pas de ligne de saisie ouverte.
interrupt-again = ctrl-c encore une fois pour quitter.
end-of-text =
    { $count ->
        [one] Fin du texte — espace : le dernier non-lu
       *[other] Fin du texte — espace : le non-lu suivant ({ $count })
    }
end-of-text-all-read = Fin du texte ; tout est lu dans cette liste.
no-next = C'est le dernier article de la liste.
no-previous = C'est le premier article de la liste.
no-unread = Tout est lu.
no-unread-here = Tout est lu dans cette liste.
nothing-to-open = Rien à ouvrir ici.
no-country-here = Aucun pays ici : choisissez-en un dans la liste.
sorted-name = Ordre : par nom
sorted-count = Ordre : par nombre de briefs
sorted-newest = Ordre : les plus récents d'abord
sorted-oldest = Ordre : les plus anciens d'abord
sorted-title = Ordre : par titre
sorted-source = Ordre : par source
layout-auto = Disposition : selon la fenêtre
layout-stacked = Disposition : listes au-dessus du texte
layout-columns = Disposition : trois colonnes
layout-single = Disposition : un volet à la fois
reloading = Relecture du dossier…
no-problems = Aucun fichier à problème.
nothing-found = Rien ne correspond.
nothing-to-find = Rien n'a encore été cherché : / cherche dans le texte.
texts-found =
    { $count ->
        [one] { $count } trouvé
       *[other] { $count } trouvés
    }{ $near ->
        [0] { "" }
        [one] {" "}({ $near } approchant)
       *[other] {" "}({ $near } approchants)
    } en { $milliseconds } ms
hit-note = dans votre note
note-found = votre note
hit-spelling = autre graphie
hit-slip = faute de frappe ?
titles-only = titres seuls
search-the-texts = Chercher « { $query } » dans les textes
view-search = Recherche enregistrée
prompt-name-search = Nom de la recherche :
nothing-to-save = Rien à enregistrer : / dans les articles dit ce qu'il faut chercher.
no-search-here = Aucune recherche enregistrée ici : choisissez-en une dans la liste de gauche.
search-needs-name = Il faut à une recherche un nom court et visible, comme visas.
search-saved = Enregistrée : { $name }
search-removed = Retirée : { $name } (U la rend)
did-save-search = recherche enregistrée
did-rename-search = recherche renommée
did-remove-search = recherche retirée
not-in-texts = Dans aucun texte : ce que vous voyez l'a dans son titre, sa source ou le nom de son fichier.
index-missing = Les textes ne sont pas encore indexés : les titres répondent d'ici là. chancery index le fait aussitôt.
index-damaged = L'index est abîmé : lancez chancery index --rebuild. Les titres répondent d'ici là.
index-refuses = { $detail }. Les titres répondent d'ici là.
index-partial = Tous les textes ne sont pas encore indexés. chancery index le fait aussitôt.
sorted-relevance = Ordre : le plus pertinent d'abord
not-on-page = Pas dans cette fiche.
not-in-text = Pas dans ce texte.
found = { $number }/{ $of }{ $more }
found-from-top = { $number }/{ $of }{ $more }, on reprend au début
found-from-end = { $number }/{ $of }{ $more }, on reprend à la fin
find-advice = / d'abord : un motif
pattern-group-open = Lettre { $place } : cette ( n'est pas fermée.
pattern-group-closed = Lettre { $place } : cette ) ne ferme rien.
pattern-class-open = Lettre { $place } : ce [ n'est pas fermé.
pattern-range = Lettre { $place } : cet intervalle est inversé ou n'en est pas un.
pattern-nothing-repeated = Lettre { $place } : il n'y a rien à répéter ici.
pattern-count = Lettre { $place } : un nombre s'écrit {"{"}2{"}"} ou {"{"}2,5{"}"}.
pattern-escape = Lettre { $place } : cette \ ne veut rien dire ici.
pattern-unsupported = Lettre { $place } : un motif ne peut ni regarder autour ni renvoyer en arrière.
pattern-too-large = Ce motif est trop grand ; raccourcissez-le.
pattern-other = Lettre { $place } : ce n'est pas un motif.
did-read = marqué lu
did-unread = marqué non lu
did-star = suivi
did-unstar = plus suivi
did-read-all = liste marquée lue
undone = Annulé : { $what } (ctrl-r rétablit)
redone = Rétabli : { $what }
nothing-to-undo = Rien à annuler.
nothing-to-redo = Rien à rétablir.
nothing-to-mark = Aucun article à marquer ici.
saving = Enregistrement en cours…
saved-again = Tout est enregistré de nouveau.
not-saved = Non enregistré ({ $detail }) : gardé en mémoire, nouvel essai au prochain marquage.
marks-not-kept = Les marques ne seront pas gardées : { $detail }
state-no-home = pas de dossier personnel où les garder, donnez une valeur à HOME ou utilisez --state
state-foreign = le dossier appartient à un autre utilisateur, indiquez le vôtre avec --state : { $path }
state-open = d'autres utilisateurs peuvent y écrire, lancez chmod 700 sur { $path }
state-not-plain = ce n'est pas un simple dossier ou fichier, écartez-le : { $path }
state-full = le disque est plein, libérez de la place pour { $path }
state-read-only = le dossier n'accepte aucun changement, indiquez-en un autre avec --state : { $path }
state-busy = verrouillé par un autre processus : { $path }
state-changed = changé entre-temps par une autre session, réessayez : { $path }
state-no-locks = le système de fichiers n'a pas de verrous, fermez tous les lecteurs et prenez un disque local : { $path }
state-failed = { $detail } : { $path }
journal-damaged =
    { $count ->
        [one] 1 ligne du journal est abîmée
       *[other] { $count } lignes du journal sont abîmées
    } ; toutes les autres comptent. chancery state verify en dit plus.
sent-to-terminal = Envoyé au terminal. Rien à coller ? Y l'affiche seul.
sent-behind-tmux = Envoyé au terminal ; tmux demande set-clipboard on. Y l'affiche seul.
sent-to-tmux = Envoyé à tmux pour le terminal. Rien à coller ? Y l'affiche seul.
tmux-failed = tmux ne l'a pas pris ({ $detail }) : Y l'affiche seul.
too-long-to-copy = { $count } ko, trop pour le presse-papiers d'un terminal : Y l'affiche seul, p l'écrit.
no-sentences-here = Ouvrez d'abord un article : v en parcourt alors les phrases.
nothing-to-copy = Ouvrez d'abord un article.
nothing-to-export = Ouvrez d'abord un article ou une fiche.
export-which-format = Terminez le nom par .html, .md ou .txt, un agenda aussi par .ics, ou tapez lp.
exported = Écrit : { $path }
export-failed = Impossible d'écrire { $path } : { $detail }
printed = Envoyé à l'imprimante.
print-failed = L'impression a échoué : { $detail }
cannot-read = { $file } ne peut pas être lu : { $detail }
gone = { $file } n'existe plus ; r relit le dossier.
text-changed = Modifié sur le disque : r le relit.
sentence-gone = Cette phrase n'est plus dans le texte.
text-gone = Disparu du dossier : ce texte reste jusqu'à ce que vous le quittiez.
folder-unreadable = Le dossier { $folder } ne peut pas être lu ({ $detail }) : corrigez --briefs, ou r pour réessayer.
worker-failed = Une tâche a échoué ({ $detail }) ; le reste fonctionne.
suspend-unavailable = Pas de suspension ici : aucun shell n'attend.
refused-programs = Indisponible ici : sur cette machine, Chancery ne lance aucun autre programme.
refused-files = Indisponible ici : sur cette machine, Chancery n'écrit aucun fichier de votre choix.
refused-clipboard = Indisponible ici : la copie est désactivée sur cette machine ; Y affiche le texte seul.

# Boîte de réception / Inbox
inbox-label = reçu
import-heading = Dans votre propre boîte
import-how = Collez maintenant une dépêche ou une note. Ce qu'elle est s'affichera ici ; elle est gardée dans votre propre boîte, que personne d'autre ne lit, et paraît parmi les notes.
import-paste = Collez le texte · échap quitte
import-keys = entrée la garde · échap l'abandonne
import-known = Elle est déjà parmi vos notes : entrée la garde quand même · échap l'abandonne
import-nothing = Il n'y a rien à y lire : collez autre chose · échap quitte
import-no-country = aucun pays trouvé
import-words =
    { $count ->
        [one] { $count } mot
       *[other] { $count } mots
    }
import-kept = Dans votre boîte : { $title }
import-kept-unseen = Ce que vous avez collé est dans votre boîte.
import-too-long = Trop long : une dépêche fait au plus { $most } ko ; collez-en une partie.
import-crowded = Votre boîte contient { $most } dépêches et n'en prend plus : retirez-en par a d.
ask-discard = Retirer « { $title } » de votre boîte ?
discarded = Retirée de votre boîte ; son texte est dans { $path }
discard-what = Seule une dépêche de votre boîte peut être retirée : mettez le curseur sur l'une d'elles.
discard-failed = Elle reste dans votre boîte ({ $detail }).
import-not-kept = Non gardé ({ $detail }) : le texte reste ici, entrée réessaie.

# Liens / Links
picker-links = Liens — chercher :
link-belied = les mots de ce lien nomment un autre hôte que celui où il mène.
link-unfit = non ouvert
link-none = Ce texte n'a pas de lien.
link-no-text = Ouvrez d'abord un article : g x ouvre alors ses liens.
link-scheme = Non ouvert : { $address } ne commence pas par http:// ni https://.
link-long = Non ouvert : l'adresse est trop longue.
link-host = Non ouvert : { $address } ne nomme pas d'hôte, ou le cache.
link-opened = Confié à votre navigateur : { $host }
link-not-opened = Le navigateur ne l'a pas ouvert ({ $detail }) : BROWSER peut en nommer un autre.
ask-open-link = L'ouvrir dans votre navigateur ?
ask-open = Hôte : { $host } — adresse : { $address }
ask-open-spelled = Hôte : { $host } (écrit { $spelled }) — adresse : { $address }
samples-shown = Ce sont les briefs d'exemple, compris dans le programme.
config-problem = Configuration, ligne { $line } : { $detail }
