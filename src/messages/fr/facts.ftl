# Ce que disent les lignes d'une fiche.

and = et
fact-level = Relation avec { $with } : { $level }
fact-agreements =
    { $amount } { $status ->
        [signed] { $count ->
            [one] signé
           *[other] signés
        }
        [requested] { $count ->
            [one] demandé
           *[other] demandés
        }
        [planned] à signer
       *[other] { $count ->
            [one] conclu
           *[other] conclus
        }
    }
fact-with = { $what } avec { $with }
fact-agreement =
    { $status ->
        [signed] Accord signé avec { $with }
       *[other] Accord avec { $with }
    } : « { $words } »
fact-visa = Visas avec { $with } : « { $words } »
fact-trade =
    { $status ->
        [target] Commerce : objectif { $amount }
       *[other] Commerce : { $amount }
    }
fact-trade-with =
    { $status ->
        [target] Commerce avec { $with } : objectif { $amount }
       *[other] Commerce avec { $with } : { $amount }
    }
fact-until = d'ici { $date }
fact-total =
    total de { $count ->
        [2] deux
        [3] trois
        [4] quatre
        [5] cinq
        [6] six
        [7] sept
        [8] huit
        [9] neuf
       *[other] plusieurs
    } pays
fact-visit = { $who } → { $place }, { $form }
fact-stage = { $visit } (étape d'une tournée)
visit-any = visite
visit-state = visite d'État
visit-official = visite officielle
visit-working = visite de travail
fact-meeting = Rencontre { $who }
fact-office-as-of =
    { $precision ->
        [day] au { $date }
       *[other] en { $date }
    }
fact-office-undated = sans date
fact-quote = { $who } : « { $words } »
note-target = objectif
note-target-lapsed = horizon passé, sans résultat connu dans ces briefs
note-lapsed = annonce, sans suite connue dans ces briefs
note-planned = annonce
note-requested = demande, sans suite connue dans ces briefs
note-cancelled = annulation
doubt-undated =
    { $count ->
        [one] Brief sans date
       *[other] Briefs sans date
    }
doubt-inferred =
    { $count ->
        [one] Date déduite
       *[other] Dates déduites
    }
doubt-lapsed =
    { $count ->
        [one] Objectif à l'horizon passé, sans résultat connu dans ces briefs
       *[other] Objectifs à l'horizon passé, sans résultat connu dans ces briefs
    }
doubt-contradictory =
    { $count ->
        [one] Valeur contredite
       *[other] Valeurs qui se contredisent
    }
doubt-unattached =
    { $count ->
        [one] Brief sans pays
       *[other] Briefs sans pays
    }
level-diplomatic = relations diplomatiques
level-partnership = partenariat
level-comprehensive = partenariat global
level-strategic = partenariat stratégique
level-comprehensive-strategic = partenariat stratégique global
amount-words = « { $words } »
amount-about = environ { $amount }
amount-money = { $number } { $currency }
amount-agreements =
    { $count ->
        [one] { $number } accord
       *[other] { $number } accords
    }
amount-percent = { $number } %
amount-years =
    { $count ->
        [one] { $number } an
       *[other] { $number } ans
    }
scale-million = M
scale-billion = Md
scale-trillion = billions
role-former = ancien { $title }
role-head-of-state = chef de l'État
role-president = président
role-vice-president = vice-président
role-monarch = monarque
role-head-of-government = chef du gouvernement
role-deputy-head-of-government = vice-chef du gouvernement
role-foreign-minister = ministre des Affaires étrangères
role-defence-minister = ministre de la Défense
role-finance-minister = ministre des Finances
role-interior-minister = ministre de l'Intérieur
role-party-secretary = secrétaire général du parti
role-secretary-general = secrétaire général
role-speaker = président du Parlement
role-ambassador = ambassadeur
role-spokesperson = porte-parole
