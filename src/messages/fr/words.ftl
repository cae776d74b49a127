# Mots : mois, dates, états.

month-1 = janvier
month-2 = février
month-3 = mars
month-4 = avril
month-5 = mai
month-6 = juin
month-7 = juillet
month-8 = août
month-9 = septembre
month-10 = octobre
month-11 = novembre
month-12 = décembre
month-short-1 = janv.
month-short-2 = févr.
month-short-3 = mars
month-short-4 = avr.
month-short-5 = mai
month-short-6 = juin
month-short-7 = juil.
month-short-8 = août
month-short-9 = sept.
month-short-10 = oct.
month-short-11 = nov.
month-short-12 = déc.
date-day =
    { $day ->
        [1] 1er
       *[other] { $day }
    } { $month } { $year }
basis-stated = en-tête
basis-file = fichier
basis-inferred = déduite
no-date = sans date
no-date-short = s.d.
received = reçu { $day }
status-corrected = CORRIGÉ
status-withdrawn = RETIRÉ
mixed-scripts = alphabets mêlés
words-unread =
    { $count ->
        [0] tout est lu
        [one] 1 non lu
       *[other] { $count } non lus
    }
countries-many = { $count } pays
