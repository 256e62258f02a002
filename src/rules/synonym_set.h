// SPDX-License-Identifier: Apache-2.0
// synonym_set.h — the owner's synonyms, compiled: which runs of query words have other words for them.
//
// How:      what applies to a language of queries is one table, read in that language, so that any form of a word stands for
//           any other (synonym_table.h).
// Cost:     finding the synonyms of a query is linear in its length, whatever their number and theirs. A table is made by the
//           first query in its language or by Prepare: about a tenth of a second for 10,000 synonyms.
// Threads:  immutable after Compile, but for tables that are made when first needed; const methods may run concurrently.
#ifndef SIGNPOST_RULES_SYNONYM_SET_H_
#define SIGNPOST_RULES_SYNONYM_SET_H_

#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

#include <absl/status/statusor.h>
#include <signpost/synonyms.h>

#include "query/parsed_query.h"
#include "rules/synonym_table.h"

namespace signpost::rules {

class SynonymSet {
 public:
  // An empty set.
  SynonymSet() = default;

  // InvalidArgument: no object_id or one that is there twice, an empty side, a side without a word, fewer sides than the type
  // needs, an input that the type has not or a placeholder of another form, more than limits::kMaxSynonyms. Names the
  // object_id, the field as it is called in JSON, and the value.
  static absl::StatusOr<SynonymSet> Compile(std::vector<Synonym> synonyms);

  // Makes the table of a language of queries, normalised, before the first of them comes.
  void Prepare(std::string_view lang) const;

  // As SynonymTable::Find, of the synonyms for `lang`, in which the query was parsed, normalised.
  std::vector<query::SynonymMatch> Find(const query::ParsedQuery& query, std::string_view lang,
                                        const SynonymGuesses& guesses) const;

  const std::vector<Synonym>& list() const { return list_; }

 private:
  struct Tables {
    std::mutex mutex;
    std::map<std::string, std::unique_ptr<const SynonymTable>, std::less<>> by_language;
  };

  const SynonymTable& TableOf(std::string_view lang) const;

  std::vector<Synonym> list_;
  std::unique_ptr<Tables> tables_;  // null: there are no synonyms
};

}  // namespace signpost::rules

#endif  // SIGNPOST_RULES_SYNONYM_SET_H_
