# L'interface du lecteur.

view-all = Tous
view-unread = Non lus
view-starred = Suivis
view-country = Pays
view-no-country = Sans pays
view-no-date = Sans date
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
prompt-export = Écrire dans (.html .md .txt, ou lp) :
prompt-correct-title = Titre :
prompt-correct-date = Date :
prompt-correct-countries = Pays :
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
key-unbound = « { $key } » ne fait rien ici ; ? montre toutes les touches.{ $near }
key-unbound-near = « { $key } » ne fait rien ici. Peut-être : { $near }
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
not-in-text = Pas dans ce texte.
found = { $number } sur { $of }
found-wrapped = { $number } sur { $of } (on a repris à l'autre bout)
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
nothing-to-copy = Ouvrez d'abord un article.
nothing-to-export = Ouvrez d'abord un article ou une fiche.
export-which-format = Terminez le nom par .html, .md ou .txt, ou tapez lp.
exported = Écrit : { $path }
export-failed = Impossible d'écrire { $path } : { $detail }
printed = Envoyé à l'imprimante.
print-failed = L'impression a échoué : { $detail }
cannot-read = { $file } ne peut pas être lu : { $detail }
gone = { $file } n'existe plus ; r relit le dossier.
text-changed = Modifié sur le disque : r le relit.
text-gone = Disparu du dossier : ce texte reste jusqu'à ce que vous le quittiez.
folder-unreadable = Le dossier { $folder } ne peut pas être lu ({ $detail }) : corrigez --briefs, ou r pour réessayer.
worker-failed = Une tâche a échoué ({ $detail }) ; le reste fonctionne.
suspend-unavailable = Pas de suspension ici : aucun shell n'attend.
samples-shown = Ce sont les briefs d'exemple, compris dans le programme.
config-problem = Configuration, ligne { $line } : { $detail }
