// SPDX-License-Identifier: Apache-2.0
// intent_evidence.h — what speaks for support and what for shopping, measured: each kind of evidence as one number.
//
// Values:   support minus shopping, -1 to 1, but for `question` and `length`, which are of the query alone, 0 to 1.
// Threads:  functions may run concurrently.
#ifndef SIGNPOST_CATALOG_INTENT_EVIDENCE_H_
#define SIGNPOST_CATALOG_INTENT_EVIDENCE_H_

#include <string>
#include <vector>

#include <signpost/federation.h>

#include "catalog/calibration.h"
#include "catalog/intent_rules.h"

namespace signpost::catalog {

// What one index answered to the query, and what else of it speaks.
struct IntentAnswer {
  IntentKind speaks_for = IntentKind::kMixed;  // kMixed: for neither
  Answer answer;
  double average_length = 0;  // of its documents, in tokens, as far as the audience may see them
  std::vector<RuleShare> rules;
};

// One number for each side.
struct BothSides {
  double support = 0;
  double shopping = 0;

  // Null for kMixed.
  double* Of(IntentKind kind) {
    return kind == IntentKind::kSupport ? &support : kind == IntentKind::kShopping ? &shopping : nullptr;
  }
  double difference() const { return support - shopping; }
};

// "coverage": how much of the query the best hit of each side answers.
IntentEvidence Coverage(const std::vector<IntentAnswer>& answers, const QueryWords& words);
// "breadth": the same of the first hits on average. Of goods there are many alike; a question has one answer.
IntentEvidence Breadth(const std::vector<IntentAnswer>& answers, const QueryWords& words);
// "title": how well query and title of the best hit cover each other.
IntentEvidence TitleCover(const std::vector<IntentAnswer>& answers);
// "vocabulary": how much oftener each side's documents say the words of the query, in texts of equal length.
IntentEvidence Vocabulary(const std::vector<IntentAnswer>& answers, const QueryWords& words);
// "identifier": a code that the first hit of a side holds as it was typed.
IntentEvidence Identifier(const std::vector<IntentAnswer>& answers);
// "rules": the share of the query that rules of each side speak of.
IntentEvidence RuleEvidence(const std::vector<IntentAnswer>& answers);
// "length": the words of the query, by their logarithm.
IntentEvidence Length(const QueryWords& words);

}  // namespace signpost::catalog

#endif  // SIGNPOST_CATALOG_INTENT_EVIDENCE_H_
