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

# Ce qui est nouveau
page-since-visit = Depuis votre lecture du { $day } ({ $key } : changer) : { $news }.
page-since-day = Depuis le { $day } ({ $key } : changer) : { $news }.
page-not-seen = Tout, quelle que soit la date ({ $key } : changer).
news-nothing = rien de nouveau
news-new =
    { $count ->
        [one] { $count } brief
       *[other] { $count } briefs
    }
news-undated = dont { $count } sans date
news-undated-by-day =
    { $count ->
        [one] dont { $count } sans date, compté au jour de sa réception
       *[other] dont { $count } sans date, comptés au jour de leur réception
    }
news-before = { $count } dans autant de jours avant
news-changed =
    { $count ->
        [one] { $count } texte modifié
       *[other] { $count } textes modifiés
    }
news-withdrawn =
    { $count ->
        [one] { $count } brief retiré
       *[other] { $count } briefs retirés
    }
line-changed = texte modifié : { $words }
line-gone = ne dit plus : { $gone }
line-withdrawn = RETIRÉ : { $words }
page-seen = Vu jusqu'ici. La fiche dira désormais ce qui est nouveau depuis.
page-not-there = La fiche n'est pas encore là.
no-page-here = C'est pour la fiche d'un pays : i l'ouvre.
did-see = vu jusqu'ici
period-visit = Depuis ma dernière lecture
period-days =
    { $days ->
        [one] Aujourd'hui
       *[other] Les { $days } derniers jours
    }
period-day = Depuis un jour…
period-all = Tout
period-no-visit = aucune encore
period-day-advice = Comme 2025-05-12, 2025-05 ou 12 mai 2025 ; ou 14j pour les 14 derniers jours.
period-no-day = « { $value } » n'est pas un jour ; écrivez-le comme 2025-05-12, 12 mai 2025 ou 14j.
prompt-period = Depuis :
picker-period = Nouveau depuis :
