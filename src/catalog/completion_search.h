// SPDX-License-Identifier: Apache-2.0
// completion_search.h — the best phrases of one table that complete what was typed.
//
// How:      phrases that go on from what was typed, at their beginning or at another word; then those that hold all its words apart,
//           found by the rarest of them.
// Threads:  one thread.
#ifndef SIGNPOST_CATALOG_COMPLETION_SEARCH_H_
#define SIGNPOST_CATALOG_COMPLETION_SEARCH_H_

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <vector>

#include "catalog/typed_query.h"
#include "segment/completion_table.h"

namespace signpost::catalog {

// How a phrase holds what was typed.
enum class CompletionForm : std::uint8_t { kBegins, kInside, kApart };

struct Completion {
  std::uint32_t phrase = 0;
  CompletionForm form = CompletionForm::kBegins;
  std::uint32_t doc = 0;  // the first of its documents that is wanted
};

// Returns the first document of a phrase that is wanted, or nothing.
using WantedDoc = std::function<std::optional<std::uint32_t>(std::uint32_t phrase)>;

// Returns up to `count` phrases: by form, then titles before headings, then by document.
std::vector<Completion> Complete(const segment::CompletionTable& table, const TypedQuery& typed, std::size_t count,
                                 const WantedDoc& wanted);

}  // namespace signpost::catalog

#endif  // SIGNPOST_CATALOG_COMPLETION_SEARCH_H_
