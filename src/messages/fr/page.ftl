# La fiche d'un pays.

page-title = { $country } · fiche au { $day }
page-compiling = La fiche se prépare…
page-briefs =
    { $count ->
        [one] 1 brief
       *[other] { $count } briefs
    }
page-period = { $from } – { $to }
page-undated =
    { $count ->
        [one] 1 sans date
       *[other] { $count } sans date
    }
page-sources = Sources : { $sources }
page-partner =
    { $country } — { $count ->
        [one] 1 brief
       *[other] { $count } briefs
    }
section-changes = NOUVEAU
section-coming = À VENIR
section-level = NIVEAU DES RELATIONS
section-agreements = ACCORDS
section-figures = CHIFFRES
section-visits = VISITES PASSÉES
section-people = PERSONNES
section-check = À VÉRIFIER
section-quotes = CITATIONS
section-key-points = POINTS CLÉS
section-timeline = CHRONOLOGIE
section-partners = PARTENAIRES
export-source = Source
export-date = Date
export-countries = Pays
export-author = Auteur
export-file = Fichier
export-own-tags = Mes étiquettes
export-own-notes = Mes notes
export-tags = Mots-clés
export-corrected = Corrigé par le lecteur
export-links = Liens
export-notes = Sources
export-as-of = au
export-briefs = Briefs
export-classification = Classification
export-embargo = EMBARGO
