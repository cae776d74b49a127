# What the lines of a country page say.

and = and
fact-level = Relations with { $with }: { $level }
fact-agreements =
    { $amount } { $status ->
        [signed] signed
        [requested] asked for
        [planned] { $count ->
            [one] to be signed
           *[other] to be signed
        }
       *[other] concluded
    }
fact-with = { $what } with { $with }
fact-agreement =
    { $status ->
        [signed] Agreement signed with { $with }
       *[other] Agreement with { $with }
    }: “{ $words }”
fact-visa = Visas with { $with }: “{ $words }”
fact-trade =
    { $status ->
        [target] Trade: target { $amount }
       *[other] Trade: { $amount }
    }
fact-trade-with =
    { $status ->
        [target] Trade with { $with }: target { $amount }
       *[other] Trade with { $with }: { $amount }
    }
fact-until = by { $date }
fact-total =
    total of { $count ->
        [2] two
        [3] three
        [4] four
        [5] five
        [6] six
        [7] seven
        [8] eight
        [9] nine
       *[other] several
    } countries
fact-visit = { $who } → { $place }, { $form }
fact-stage = { $visit } (one stop of a tour)
visit-any = visit
visit-state = state visit
visit-official = official visit
visit-working = working visit
fact-meeting = Meeting { $who }
fact-office-as-of =
    { $precision ->
        [day] as of { $date }
       *[other] as of { $date }
    }
fact-office-undated = undated
fact-quote = { $who }: “{ $words }”
note-target = target
note-target-lapsed = horizon past, no result known in these briefs
note-lapsed = announced, nothing further known in these briefs
note-planned = announced
note-requested = requested, nothing further known in these briefs
note-cancelled = cancelled
doubt-undated =
    { $count ->
        [one] Brief without a date
       *[other] Briefs without a date
    }
doubt-inferred =
    { $count ->
        [one] Inferred date
       *[other] Inferred dates
    }
doubt-lapsed =
    { $count ->
        [one] Target with its horizon past, no result known in these briefs
       *[other] Targets with their horizon past, no result known in these briefs
    }
doubt-contradictory =
    { $count ->
        [one] Contradicted value
       *[other] Values that contradict each other
    }
doubt-unattached =
    { $count ->
        [one] Brief about no country
       *[other] Briefs about no country
    }
level-diplomatic = diplomatic relations
level-partnership = partnership
level-comprehensive = comprehensive partnership
level-strategic = strategic partnership
level-comprehensive-strategic = comprehensive strategic partnership
amount-words = “{ $words }”
amount-about = about { $amount }
amount-money = { $currency } { $number }
amount-agreements =
    { $count ->
        [one] { $number } agreement
       *[other] { $number } agreements
    }
amount-percent = { $number }%
amount-years =
    { $count ->
        [one] { $number } year
       *[other] { $number } years
    }
scale-million = million
scale-billion = billion
scale-trillion = trillion
role-former = former { $title }
role-head-of-state = head of state
role-president = president
role-vice-president = vice-president
role-monarch = monarch
role-head-of-government = head of government
role-deputy-head-of-government = deputy head of government
role-foreign-minister = foreign minister
role-defence-minister = defence minister
role-finance-minister = finance minister
role-interior-minister = interior minister
role-party-secretary = party secretary
role-secretary-general = secretary-general
role-speaker = speaker of parliament
role-ambassador = ambassador
role-spokesperson = spokesperson
