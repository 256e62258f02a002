// SPDX-License-Identifier: Apache-2.0
// index_access.h — what a public Index holds, for what works on several of them.
#ifndef SIGNPOST_CATALOG_INDEX_ACCESS_H_
#define SIGNPOST_CATALOG_INDEX_ACCESS_H_

#include <memory>

#include <signpost/index.h>

#include "index/view.h"

namespace signpost::catalog {

struct IndexAccess {
  // What readers of `index` see now. Threads: as Index::Search.
  static std::shared_ptr<const index::View> ViewOf(const Index& index);
};

}  // namespace signpost::catalog

#endif  // SIGNPOST_CATALOG_INDEX_ACCESS_H_
