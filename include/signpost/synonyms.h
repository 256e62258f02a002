// SPDX-License-Identifier: Apache-2.0
// synonyms.h — words that mean the same although they share no letters.
//
// Holds:    plain data. Given to Index::SetSynonyms; applied when a query is planned, so no document is re-indexed.
// Effect:   a document that says it in other words matches, and ranks below one that uses the words of the query.
// Threads:  plain value types.
// Example:  signpost::Synonym refund{.object_id = "refund", .lang = "en", .synonyms = {"refund", "money back"}};
//           signpost::Synonym parcel{.object_id = "parcel", .type = signpost::SynonymType::kOneWay,
//                                    .input = "parcel", .synonyms = {"package"}};
#ifndef SIGNPOST_SYNONYMS_H_
#define SIGNPOST_SYNONYMS_H_

#include <string>
#include <vector>

namespace signpost::inline v0 {

enum class SynonymType {
  kMultiWay,  // every one of `synonyms` finds every other
  kOneWay,    // `input` finds each of `synonyms`, not the other way round
};

struct Synonym {
  std::string object_id;  // required, unique in one list
  SynonymType type = SynonymType::kMultiWay;
  std::string lang;                   // language of queries it applies to; empty: all
  std::string input;                  // kOneWay only: one or several words
  std::vector<std::string> synonyms;  // each one or several words; kMultiWay: at least two

  bool operator==(const Synonym&) const = default;
};

}  // namespace signpost::inline v0

#endif  // SIGNPOST_SYNONYMS_H_
