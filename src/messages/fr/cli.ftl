# La ligne de commande.

cli-nothing = Rien trouvé.
cli-no-problems = Aucun problème.
cli-filing = Classement : { $done } fichiers sur { $total }…
cli-settings-wrong =
    { $first }{ $more ->
        [0] { "" }
       *[other] {" "}(et { $more } de plus : chancery doctor)
    }

# Erreurs : ce qui ne va pas et ce qu'il faut faire.
cli-needs-terminal = il faut un terminal ; essayez ssh -t.
cli-dumb-terminal = ce terminal ne sait pas placer son curseur (TERM absent ou dumb) : le lecteur va ligne à ligne ; définissez TERM, par exemple xterm-256color, pour l'écran entier.
cli-write = impossible d'écrire sur la sortie standard ({ $detail }) ; libérez de la place ou écrivez ailleurs.
cli-bad-date = { $option } : « { $value } » n'est pas une date qui convienne ; écrivez un jour tel que 2025-05-12.
cli-bad-period = --since : « { $value } » n'est pas une période ; écrivez un jour tel que 2025-05-12, ou 7j, 30j, visite ou tout.
cli-no-country = « { $name } » n'est pas un pays connu ici ; écrivez un nom ou un code ISO, comme chancery countries les donne.
cli-no-brief = { $name } : aucun brief n'a cet identifiant et aucun fichier ce nom ; chancery list les montre tous.
cli-ambiguous = { $name } : plusieurs fichiers portent ce nom ({ $files }) ; écrivez le chemin à partir du dossier des briefs.
cli-no-command = { $name } : cette commande n'existe pas ; chancery --help les donne toutes.
cli-no-folder = { $path } : impossible d'ouvrir le dossier des briefs ({ $detail }) ; indiquez-en un autre avec --briefs.
cli-file-gone = { $path } : ce fichier n'est pas dans le dossier des briefs ; il a pu être déplacé ou supprimé.
cli-link-outside = { $path } : un lien qui mène hors du dossier des briefs n'est pas ouvert ; mettez-y une copie.
cli-not-a-file = { $path } : ce n'est pas un fichier ordinaire ; seuls les textes sont ouverts.
cli-unreadable = { $path } : lecture impossible ({ $detail }) ; vérifiez les droits.
cli-story-gone = { $path } : le fichier a changé et ce texte n'y est plus ; voyez chancery list.
cli-config-missing = { $path } : ce fichier n'existe pas ; corrigez le chemin ou créez-le avec chancery init.
cli-config-not-a-file = { $path } : ce n'est pas un simple fichier ; indiquez-en un autre avec --config.
cli-config-open = { $path } : d'autres utilisateurs peuvent écrire ce fichier, il n'est donc pas lu ; retirez-leur ce droit avec chmod o-w.
cli-config-made = { $path } contient tous les réglages et leurs valeurs par défaut ; changez ce que vous voulez.
cli-gazetteer-made = { $path } montre comment ajouter vos propres noms de pays.
cli-state-no-home = il n'y a pas de dossier personnel où garder les marques ; donnez une valeur à HOME ou indiquez un dossier avec --state.
cli-state-foreign = { $path } : appartient à un autre utilisateur ; indiquez un dossier à vous avec --state ou --cache.
cli-state-open = { $path } : d'autres utilisateurs peuvent y écrire ; lancez chmod 700 sur le dossier.
cli-state-not-plain = { $path } : ce n'est pas un simple dossier ou fichier ; écartez-le ou indiquez-en un autre avec --state ou --cache.
cli-state-full = { $path } : le disque est plein ; libérez de la place.
cli-state-read-only = { $path } : écriture impossible, rien n'y est gardé ; indiquez un dossier où écrire avec --state ou --cache.
cli-state-busy = { $path } : verrouillé par un autre processus ; réessayez.
cli-state-changed = { $path } : changé entre-temps par une autre session ; relancez la commande.
cli-state-no-locks = { $path } : son système de fichiers n'a pas de verrous ; fermez tous les lecteurs et travaillez sur une copie sur un disque local.
cli-state-failed = { $path } : inutilisable ({ $detail }) ; indiquez un autre dossier avec --state ou --cache.
cli-home-unset = HOME n'a pas de valeur ; donnez-lui-en une, ou indiquez un dossier avec { $variable }.
cli-home-relative = HOME vaut « { $home } », qui n'est pas un chemin absolu ; corrigez-le, ou indiquez un dossier avec { $variable }.
cli-home-missing = HOME vaut « { $home } », qui n'est pas un dossier ; corrigez-le, ou indiquez un dossier avec { $variable }.
cli-output-exists = { $path } : existe déjà et reste tel quel ; écartez-le d'abord.
cli-output-not-plain = { $path } : ce n'est pas un simple fichier ; choisissez un autre nom.
cli-output-no-folder = { $path } : ce dossier n'existe pas ; créez-le ou choisissez-en un autre.
cli-output-full = { $path } : le disque est plein ; rien n'a été écrit.
cli-output-failed = { $path } : { $detail } ; rien n'a été écrit ; choisissez un autre endroit.

# La ligne de commande elle-même.
cli-unknown-argument = { $argument } : pas d'option ni d'argument de ce nom ici ; voyez --help.
cli-unknown-command = { $argument } : cette commande n'existe pas ; chancery --help les donne toutes.
cli-missing-value = { $argument } : il manque une valeur ; écrivez-la à la suite.
cli-not-among = { $argument } : « { $value } » n'est pas une de ses valeurs ; écrivez l'une de : { $valid }.
cli-invalid-value = { $argument } : « { $value } » n'est pas une valeur possible ; voyez --help.
cli-missing-argument = il manque quelque chose : { $argument } ; voyez --help.
cli-given-twice = { $argument } : donné deux fois, ou impossible avec les autres ; retirez-en un.
cli-not-utf8 = un argument n'est pas en UTF-8 ; écrivez-le en UTF-8.
cli-not-understood = la ligne de commande n'est pas compréhensible ; voyez chancery --help.
cli-restricted-places = --restricted ne prend aucun lieu de l'environnement : nommez des chemins absolus avec --briefs, --state et --cache.

# Index et cache.
cli-indexed =
    { $briefs ->
        [one] { $briefs } brief
       *[other] { $briefs } briefs
    }, { $related ->
        [one] { $related } article lié
       *[other] { $related } articles liés
    }, { $problems ->
        [one] { $problems } problème
       *[other] { $problems } problèmes
    }, { $milliseconds } ms.
cli-cache-kept = { $path } : le cache contient { $files } fichiers.
cli-cache-none = il n'y a pas de dossier pour un cache ; donnez une valeur à HOME ou indiquez-en un avec --cache.
cli-index-kept = { $path } : l'index contient { $briefs ->
        [one] { $briefs } brief
       *[other] { $briefs } briefs
    }, { $added } de plus, { $removed } de moins.
cli-reading = Lecture : { $done } textes sur { $total }…
cli-extracts-kept = Fiches : ce qu'il leur faut de { $files ->
        [one] { $files } fichier
       *[other] { $files } fichiers
    } est gardé, { $read } lus à l'instant.
cli-index-whole = L'index est intact : chaque octet est celui qui fut écrit.
cli-index-behind = L'index est en retard sur le dossier ; lancez chancery index.
cli-indexing = Indexation : { $done } briefs sur { $total }…
cli-index-missing = il n'y a pas encore d'index des mots ; lancez chancery index.
cli-index-busy = un autre processus écrit l'index ; réessayez.
cli-index-broken = l'index est endommagé ; lancez chancery index --rebuild.
cli-index-damaged = l'index est endommagé ; il est refait.
cli-index-partial = l'index ne contient pas encore tous les briefs : il peut en manquer ; lancez chancery index.
cli-index-system = l'index ne peut être lu ou écrit ({ $detail }) ; faites de la place ou indiquez un autre dossier avec --cache.
cli-index-query = l'index ne peut répondre à cela ({ $detail }) ; écrivez des mots moins nombreux ou plus longs.
cli-searched =
    { $count ->
        [one] { $count } brief
       *[other] { $count } briefs
    } en { $milliseconds } ms, { $shown ->
        [one] { $shown } montré
       *[other] { $shown } montrés
    }{ $near ->
        [0] { "" }
        [one] , dont { $near } approchant
       *[other] , dont { $near } approchants
    } ; { $unit ->
        [now] l'index vient d'être fait.
        [seconds] l'index date de { $age } s.
        [minutes] l'index date de { $age } min.
        [hours] l'index date de { $age } h.
       *[days] l'index date de { $age ->
            [one] { $age } jour
           *[other] { $age } jours
        }.
    }

cli-in-note = (dans votre note)
cli-near-spelling = (autre orthographe)
cli-near-slip = (à une faute de frappe près)
cli-received = reçu { $date }

# Import.
cli-imported = { $path } : importé de { $source }.
cli-import-present = { $source } : déjà là, dans { $path }.
cli-import-gone = { $path } : fichier absent ; corrigez le chemin.
cli-importing = Import de { $done } fichiers sur { $total }…
cli-import-stopped = arrêté après { $done } fichiers sur { $total } ; la même commande reprend là.
cli-import-sum =
    { $new ->
        [one] { $new } brief importé
       *[other] { $new } briefs importés
    }, { $present } déjà là, { $problems ->
        [one] { $problems } fichier avec un problème
       *[other] { $problems } fichiers avec un problème
    }.
cli-import-rehearsed =
    { $new ->
        [one] { $new } brief à importer
       *[other] { $new } briefs à importer
    }, { $present } déjà là, { $problems ->
        [one] { $problems } fichier avec un problème
       *[other] { $problems } fichiers avec un problème
    } ; rien n'a été écrit.
# Corrections.
cli-corrections-written =
    { $path } : { $count ->
        [one] les corrections d'un article
       *[other] les corrections de { $count } articles
    }.
cli-corrections-taken =
    { $path } : { $count ->
        [one] 1 article corrigé
       *[other] { $count } articles corrigés
    }.
cli-corrections-would =
    { $path } : { $count ->
        [one] 1 article serait corrigé
       *[other] { $count } articles seraient corrigés
    } ; rien n'a été changé.
cli-corrections-unknown = { $name } : pas d'article de ce nom ici ; ce qui donne un id est gardé jusqu'à ce qu'il arrive.
cli-corrections-syntax = ligne { $line } : ce n'est pas du TOML ({ $detail }) ; corrigez-la.
cli-corrections-key = ligne { $line } : clé inconnue « { $key } » ; retirez-la ou corrigez-la.
cli-corrections-value = ligne { $line } : { $value } n'est pas une valeur pour { $key } ; corrigez-la.
cli-corrections-country = ligne { $line } : « { $name } » n'est pas un pays ; écrivez un nom ou un code comme BY.
cli-corrections-nameless = ligne { $line } : ni id ni file ; dites de quel article il s'agit.
# L'état.
cli-state-written = { $path } : { $events ->
        [one] { $events } événement
       *[other] { $events } événements
    } et { $notes ->
        [one] { $notes } note
       *[other] { $notes } notes
    }{ $others ->
        [0] { "" }
        [one] , { $others } brouillon ou dépêche de votre boîte
       *[other] , { $others } brouillons et dépêches de votre boîte
    } ; reprenez-les ailleurs par chancery state merge.
cli-state-left-out = { $path } : non exporté, ce n'est pas un texte simple de la taille d'une note ou d'une dépêche ; copiez-le à la main.
cli-state-damaged-left-out =
    { $count ->
        [one] 1 ligne abîmée du journal n'est pas exportée
       *[other] { $count } lignes abîmées du journal ne sont pas exportées
    } ; chancery state verify les nomme.
cli-state-not-one = { $path } : ce n'est pas un état de Chancery, rien n'a été repris ; faites-en un par chancery state export.
cli-state-refused =
    { $path } : { $count ->
        [one] la ligne { $line } est abîmée et a été laissée
       *[other] { $count } lignes, la première à la ligne { $line }, sont abîmées et ont été laissées
    } ; le reste compte, exportez de nouveau pour ce qui manque.
cli-state-cut =
    { $path } : finit trop tôt, { $count ->
        [one] 1 ligne manque
       *[other] { $count } lignes manquent
    } ; ce qui est là a été repris, renvoyez-le pour le reste.
cli-state-merged =
    { $path } : { $events ->
        [one] { $events } nouvel événement
       *[other] { $events } nouveaux événements
    }, { $notes ->
        [one] { $notes } note reprise
       *[other] { $notes } notes reprises
    }{ $others ->
        [0] { "" }
        [one] , { $others } brouillon ou dépêche de votre boîte
       *[other] , { $others } brouillons et dépêches de votre boîte
    }, { $aside ->
        [one] { $aside } version de note mise
       *[other] { $aside } versions de notes mises
    } dans notes/removed.
cli-state-known = { $path } : rien de nouveau ; tout est déjà là.
cli-state-compacted = { $path } : { $before } octets avant, { $after } maintenant.
cli-state-set-aside =
    { $path } : { $before } octets avant, { $after } maintenant ; { $count ->
        [one] 1 ligne abîmée a été déplacée
       *[other] { $count } lignes abîmées ont été déplacées
    } vers { $aside }.
cli-state-journal =
    { $events ->
        [one] { $events } événement
       *[other] { $events } événements
    } en { $bytes } octets ; chancery state compact en laisserait { $compact }.
cli-state-line-damaged = abîmée, ne compte pas ; chancery state compact la met de côté et garde toutes les autres.
cli-state-line-later = écrite par une version plus récente, gardée pour elle ; rien à faire.
cli-state-lines-more = { $count } autres lignes de ce genre ({ $damaged } abîmées en tout).
cli-state-notes =
    { $count ->
        [one] 1 note lisible
       *[other] { $count } notes lisibles
    }.
cli-input-missing = { $path } : ce fichier n'existe pas ; corrigez le chemin.
cli-input-not-a-file = { $path } : pas un fichier ordinaire ; nommez-en un autre.
cli-input-too-large = { $path } : plus de { $most } Mo ; divisez-le.

# Colonnes.
cli-column-about = Sur
cli-column-title = Titre
cli-column-became = Ce qu'il advint
cli-column-country = Pays
cli-column-code = Code
cli-column-briefs = Briefs
cli-column-unread = Non lus
cli-column-latest = Dernier
cli-column-line = Ligne
cli-column-problem = Problème
cli-column-place = Trouvé
cli-column-mode = Mode
cli-column-keys = Touches
cli-column-command = Commande
cli-column-does = Ce qu'elle fait

# Diagnostic.
doctor-subject = Sujet
doctor-finding = État
doctor-version = Version
doctor-terminal = Terminal
doctor-terminal-found = { $term }, { $columns } colonnes, { $rows } lignes, { $colours } couleurs.
doctor-no-terminal = l'entrée ou la sortie standard n'est pas un terminal ; il en faut un au lecteur, pas aux commandes (TERM vaut « { $term } »).
doctor-ssh = SSH
doctor-ssh-yes = oui : le lecteur ménage la liaison.
doctor-ssh-no = non.
doctor-locale = Locale
doctor-locale-utf8 = { $set } ; langue de l'interface : « { $language } ».
doctor-locale-unset = aucune, le lecteur dessine donc en ASCII ; donnez à LANG une valeur telle que fr_FR.UTF-8 (langue de l'interface : « { $language } »).
doctor-locale-ascii = { $set } n'est pas en UTF-8, le lecteur dessine donc en ASCII ; donnez à LANG une valeur telle que fr_FR.UTF-8 (langue de l'interface : « { $language } »).
doctor-config = Réglages
doctor-config-read = { $path }
doctor-config-none = { $path } : pas encore, les valeurs par défaut comptent ; chancery init crée le fichier.
doctor-gazetteer = Noms de pays
doctor-gazetteer-read = { $path } : { $codes ->
        [one] { $codes } pays ou organisation à vous ou complété
       *[other] { $codes } pays ou organisations à vous ou complétés
    }
doctor-gazetteer-none = { $path } : aucun ; mettez-y les noms qui manquent ou sont faux, chancery init crée un exemple.
doctor-state = État
doctor-cache = Cache
doctor-folder-ready = { $path }
doctor-folder-missing = { $path } : pas encore ; il est créé dès qu'il y a quelque chose à garder.
doctor-journal = Journal
doctor-journal-whole =
    { $events ->
        [one] { $events } entrée
       *[other] { $events } entrées
    }.
doctor-journal-skipped = { $events } entrées ; { $damaged } lignes abîmées et { $unknown } d'une version plus récente sont passées et laissées telles quelles.
doctor-catalogue = Catalogue
doctor-catalogue-kept = { $files } fichiers de ce dossier de briefs sont dans le cache.
doctor-catalogue-none = aucun pour ce dossier et cette version, ou abîmé ; il se refait de lui-même.
doctor-briefs = Briefs
doctor-briefs-found =
    { $path } : { $briefs ->
        [one] { $briefs } brief
       *[other] { $briefs } briefs
    } (non lus : { $unread }), { $related ->
        [one] { $related } article lié
       *[other] { $related } articles liés
    }, { $countries } pays.
doctor-briefs-none = { $path } : aucun brief ({ $briefs } briefs, { $related } liés, { $countries } pays, { $unread } non lus) ; mettez-y des fichiers .md, .txt ou .html ou indiquez un autre dossier avec --briefs.
doctor-briefs-problems =
    { $count ->
        [one] { $count } problème dans les fichiers
       *[other] { $count } problèmes dans les fichiers
    } ; chancery check les donne.

# L'aide.
help-usage = Usage :
help-commands = Commandes
help-options = Options
help-common-options = Options de toutes les commandes
help-arguments = Arguments
help-command-value = COMMANDE
help-exit-codes = Code de sortie : 0 trouvé, 1 rien trouvé ou des problèmes, 2 une erreur.
help-about = Un lecteur de briefs par pays, dans le terminal. Sans commande, il s'ouvre.
help-option-help = Donner cette aide
help-version = Donner la version
help-option-config = Fichier de réglages, au lieu du vôtre
help-option-briefs = Dossier des briefs ; sinon celui des réglages, sinon ./briefs
help-option-state = Dossier où sont gardées vos marques
help-option-cache = Dossier pour ce qui peut être refait
help-option-lang = Langue de l'interface : fr ou en
help-option-as-of = Jour pour lequel répondre, tel que 2025-05-12 ; sinon aujourd'hui
help-option-restricted = Pour une machine partagée : ne lance aucun programme, n'écrit rien hors de --state et --cache
help-option-format = Comment l'écrire : text, json et ce que dit l'aide de la commande
help-option-since = Seulement les briefs datés, ou sinon reçus, ce jour ou après
help-summary-since = Seulement les briefs datés, ou sinon reçus, ce jour ou après ; ou 7j, 30j, visite (ce qui est venu depuis que la fiche a été marquée comme vue), tout
help-plain = Ligne à ligne : pour lecteurs d'écran et terminaux qui ne savent pas placer le curseur
help-tui = Ouvrir le lecteur
help-list = Lister les briefs, le plus récent d'abord (text, json, jsonl, tsv, markdown)
help-list-query = Seulement les briefs qui répondent à cette requête : mots, « expressions », pays:by, depuis:30j (voir chancery queries) ; -- précède celle qui commence par -
help-list-country = Seulement les briefs sur ce pays : un nom ou un code
help-list-unread = Seulement les briefs non lus
help-list-starred = Seulement les briefs étoilés
help-show = Montrer un brief (text, json, markdown, html)
help-show-brief = Un identifiant, un fichier du dossier des briefs, ou FICHIER#N pour le N-ième article sous le premier
help-show-sentences = Avec ses phrases et leur place
help-show-dates = Avec les dates que nomme le texte
help-show-facts = Avec les faits que disent ses phrases
help-countries = Lister les pays et leurs briefs (text, json, jsonl, tsv, markdown)
help-summary = Établir la fiche d'un pays, ou ce qui est neuf sur tous (text, json, jsonl, markdown, html)
help-summary-country = Un nom ou un code
help-summary-with = Seulement les briefs qui portent aussi sur ce pays
help-summary-all = Ce qui est neuf sur tous les pays, les vôtres d'abord, en 24 lignes d'écran
help-summary-lines = Au plus tant de lignes, les plus importantes
help-summary-words = Au plus tant de mots : les lignes les plus importantes qui y tiennent
help-agenda = Ce qui est annoncé, puis ce qui vient d'avoir lieu (text, json, jsonl, markdown, html, ics)
help-agenda-country = Seulement ce qui concerne ces pays : des noms ou des codes
help-amended = Lister ce qui fut corrigé ou retiré depuis que vous l'avez pris (text, json, jsonl, tsv, markdown)
help-basket = Imprimer le panier, avec ses sources numérotées (text, json, jsonl, markdown, html)
help-search = Chercher des mots dans les briefs et vos notes, le meilleur d'abord (text, json, jsonl, tsv, markdown)
help-search-query = Des mots, des « expressions entre guillemets » ; @nom est une recherche enregistrée
help-search-limit = Au plus tant ; 20 en text, sinon tous
help-search-sort = Le meilleur ou le plus récent d'abord
help-keys = Lister les touches du lecteur (text, json, markdown, toml)
help-queries = Montrer comment écrire une requête : mots, opérateurs, dates (text, json, jsonl, tsv, markdown)
help-check = Lister ce qui ne va pas dans les fichiers, avec les lignes (text, json, jsonl, tsv, markdown)
help-check-all = Avec les remarques
help-import = Faire des briefs Markdown nets de dépêches brutes (text, jsonl)
help-import-source = Des fichiers, des dossiers, ou - pour l'entrée standard
help-import-to = Dossier où écrire ; sinon celui des briefs
help-import-dry-run = Seulement montrer ce qui serait écrit
help-corrections = Partager ce que vous avez corrigé
help-corrections-export = Écrire vos corrections en TOML
help-corrections-export-file = Un fichier nouveau ; sinon la sortie standard
help-corrections-import = Reprendre un tel fichier
help-corrections-import-file = Le fichier
help-corrections-import-dry-run = Dire seulement ce qui changerait
help-notes = Lister vos notes (text, json, jsonl, tsv, markdown)
help-inbox = Donner la liste des dépêches que vous avez collées dans votre boîte (text, json, jsonl, tsv, markdown)
help-inbox-discard = En retirer une ; son texte est mis de côté, jamais effacé
help-inbox-discard-brief = Son id, ou son fichier tel que la liste le donne
help-inbox-discard-yes = Ne pas demander
cli-inbox-unknown = { $name } : pas de dépêche de ce nom dans votre boîte ; chancery inbox en donne la liste.
help-state = Porter marques, notes et recherches sur une autre machine, et en prendre soin
help-state-export = Écrire le tout en lignes de JSON
help-state-export-file = Un nouveau fichier ; sinon la sortie standard
help-state-merge = Reprendre un tel fichier : le dernier changement de chaque chose vaut, rien n'est perdu
help-state-merge-file = Le fichier, ou - pour l'entrée standard
help-state-compact = Réduire le journal ; les lignes abîmées vont dans un fichier à part
help-state-verify = Dire ce qui est abîmé, où, et que faire (text, json, jsonl, tsv, markdown)
help-init = Créer un fichier de réglages avec toutes les valeurs par défaut, et un exemple de noms de pays à vous
help-index = Mettre le cache à jour
help-index-rebuild = Le refaire à partir de rien
help-index-verify = Vérifier que l'index est intact et à jour ; ne rien changer
help-index-behind = Ne prendre que le temps dont personne ne veut, et finir avec le programme qui l'a lancé
help-doctor = Examiner terminal, locale, dossiers, réglages, cache et marques
help-completions = Écrire un script de complétion
help-completions-shell = bash, elvish, fish, powershell ou zsh
help-man = Écrire la page de manuel
help-man-command = De cette commande
cli-no-search = aucune recherche ne s'appelle « { $name } » ; il y a { $known }
cli-no-searches = aucune recherche ne s'appelle « { $name } » ; f s en enregistre une dans le lecteur
