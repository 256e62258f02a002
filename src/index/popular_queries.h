// SPDX-License-Identifier: Apache-2.0
// popular_queries.h — the queries that are asked often, compiled: for each language a table of completions.
//
// Threads:  immutable once compiled.
#ifndef SIGNPOST_INDEX_POPULAR_QUERIES_H_
#define SIGNPOST_INDEX_POPULAR_QUERIES_H_

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <absl/status/statusor.h>
#include <signpost/suggest.h>

#include "segment/completion_table.h"

namespace signpost::index {

class PopularQueries {
 public:
  // The queries of one language tag, most asked first.
  struct Language {
    std::string tag;                       // normalised; empty: every language
    std::vector<std::uint32_t> by_count;   // places in list(): a document of `table` is a place here
    std::shared_ptr<const std::string> bytes;
    segment::CompletionTable table;
  };

  PopularQueries() = default;

  // `language`: of those that declare none. InvalidArgument: a query is wrong (names its place, the field and why).
  static absl::StatusOr<PopularQueries> Compile(std::vector<PopularQuery> list, std::string_view language);

  const std::vector<PopularQuery>& list() const { return list_; }
  const std::vector<Language>& languages() const { return languages_; }

 private:
  std::vector<PopularQuery> list_;
  std::vector<Language> languages_;
};

// PopularQueries::list() <-> bytes of a snapshot. DataLoss: the bytes do not fit.
std::string EncodePopularQueries(const std::vector<PopularQuery>& list);
absl::StatusOr<std::vector<PopularQuery>> DecodePopularQueries(std::string_view bytes);

}  // namespace signpost::index

#endif  // SIGNPOST_INDEX_POPULAR_QUERIES_H_
