// SPDX-License-Identifier: Apache-2.0
// intent.h — whether a query wants support or something to buy, from how several indexes answer it.
//
// Method:   a sum of log-odds, one part for each kind of evidence (logistic regression). What is measured is the difference
//           between the indexes that speak for support and those that speak for shopping, so that no word of a language or
//           a shop stands in it. docs/federation.md says how the weights were found and how often it is right.
// Threads:  immutable; Find may run concurrently.
#ifndef SIGNPOST_CATALOG_INTENT_H_
#define SIGNPOST_CATALOG_INTENT_H_

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include <absl/status/status.h>
#include <signpost/federation.h>

#include "catalog/calibration.h"
#include "catalog/intent_evidence.h"
#include "catalog/intent_words.h"

namespace signpost::catalog {

// The intent words of all indexes of a federation, compiled.
class IntentFinder {
 public:
  IntentFinder();

  // InvalidArgument: names the index and what is wrong.
  absl::Status Add(const FederatedIndex& index);

  // REQUIRES: the answers are to `query`, asked in `lang` (empty: every language), and `words` are made of them in this order.
  Intent Find(std::string_view query, std::string_view lang, const std::vector<IntentAnswer>& answers,
              const QueryWords& words) const;

 private:
  struct List {
    IntentKind speaks_for = IntentKind::kMixed;
    std::string lang;  // normalised
    PhraseList phrases;
  };

  // "intentWords": the words of each side's lists.
  IntentEvidence Listed(std::string_view query, std::string_view lang, const QueryWords& words) const;

  // "question": it begins or ends as questions do in its language, or has a question mark.
  IntentEvidence Question(std::string_view query, std::string_view lang) const;

  std::vector<List> lists_;
  std::map<std::string_view, PhraseList> questions_;  // by the tag of the pack
};

}  // namespace signpost::catalog

#endif  // SIGNPOST_CATALOG_INTENT_H_
