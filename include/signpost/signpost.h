// SPDX-License-Identifier: Apache-2.0
// signpost.h — the whole of the core's public API. Link signpost::signpost.
//
// Read in this order: document.h (what is searched), index.h (build, open, change, save), audience.h (who asks), search.h (ask and
// answer),
// settings.h, synonyms.h and rules.h (make it yours), explain.h (why). Two libraries of their own read articles from
// files (ingest.h) and speak JSON (dialect.h).
#ifndef SIGNPOST_SIGNPOST_H_
#define SIGNPOST_SIGNPOST_H_

#include <signpost/audience.h>
#include <signpost/document.h>
#include <signpost/explain.h>
#include <signpost/facet_search.h>
#include <signpost/federation.h>
#include <signpost/filter.h>
#include <signpost/index.h>
#include <signpost/lint.h>
#include <signpost/moved.h>
#include <signpost/partial_update.h>
#include <signpost/related.h>
#include <signpost/rules.h>
#include <signpost/search.h>
#include <signpost/settings.h>
#include <signpost/suggest.h>
#include <signpost/synonyms.h>
#include <signpost/ticket.h>
#include <signpost/value.h>
#include <signpost/version.h>

#endif  // SIGNPOST_SIGNPOST_H_
