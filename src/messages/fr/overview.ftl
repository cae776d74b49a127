# Ce qui concerne tous les pays : la une, l'agenda, les fiches de deux pays.

digest-name = À la une
digest-title = À la une · depuis le { $since } · { $day }
digest-since = du { $since } au { $day }
digest-counts =
    { $count ->
        [0] Aucun brief nouveau
        [one] 1 brief
       *[other] { $count } briefs
    }{ $undated ->
        [0] {""}
       *[other] {", dont "}{ $undated } sans date
    }{ $corrected ->
        [0] {""}
        [one] {", 1 corrigé"}
       *[other] {", "}{ $corrected } corrigés
    }{ $withdrawn ->
        [0] {""}
        [one] {" ; 1 retiré"}
       *[other] {" ; "}{ $withdrawn } retirés
    }
digest-signs = + nouveau · = redit, inchangé · ? sans date
digest-signs-label = Signes
digest-several = Plusieurs
digest-revised = À relire
digest-check = À vérifier
digest-quiet = Rien de neuf
digest-unshown = Aussi du neuf
digest-left-out =
    { $count ->
        [one] 1 ligne moins importante n'est pas montrée
       *[other] { $count } lignes moins importantes ne sont pas montrées
    }
digest-left-out-label = Omis
digest-nothing = Rien de neuf.
countries-more =
    { $count ->
        [one] { $countries } et 1 autre
       *[other] { $countries } et { $count } autres
    }
seen-from = { $country } : { $words }
agenda-name = Agenda
agenda-title = Agenda · au { $day }
agenda-coming = À VENIR
agenda-past = PASSÉ RÉCENT
agenda-nothing-coming = rien n'est annoncé pour après le { $day }
agenda-empty = Aucun jour n'est annoncé dans ces briefs, et rien n'y est daté des derniers mois.
agenda-to = au { $date }
agenda-day-unknown = { $date }, jour non précisé
occasion-visit = Visite
occasion-meeting = Rencontre
occasion-deadline = Échéance
occasion-anniversary = Anniversaire
occasion-agreement = Accord
occasion-appointment = Nomination
occasion-event = Événement
overview-compiling = Tous les briefs sont lus…
pair-title = { $country } – { $with } · fiche au { $day }
pair-none = Aucun brief ne porte sur les deux pays.
picker-partners = Avec quel pays :
by-partner-none = Autres
pair-of-one = Il faut un autre pays.
