// SPDX-License-Identifier: Apache-2.0
// rule_lint.h — what is wrong with rules and moved addresses although each is valid.
//
// How:      what one rule takes from another is seen on an example query of each condition, and proved by pattern_cover.h before a rule
//           is called shadowed.
#ifndef SIGNPOST_RULES_RULE_LINT_H_
#define SIGNPOST_RULES_RULE_LINT_H_

#include <string>
#include <string_view>
#include <vector>

#include <signpost/filter.h>
#include <signpost/lint.h>

#include "rules/index_words.h"
#include "rules/moved_set.h"
#include "rules/rule_set.h"

namespace signpost::rules {

// What a linter asks of the index, whatever the audience of its documents.
class IndexContents {
 public:
  virtual ~IndexContents() = default;

  virtual const IndexWords& words() const = 0;
  virtual bool HasDocument(std::string_view object_id) const = 0;
  virtual bool HasValues(const std::string& attribute) const = 0;
  virtual bool Admits(const Filter& filter) const = 0;  // a document

 protected:
  IndexContents() = default;
  IndexContents(const IndexContents&) = default;
  IndexContents& operator=(const IndexContents&) = default;
};

struct LintInput {
  const RuleSet* rules = nullptr;
  const MovedSet* moved = nullptr;
  const IndexContents* contents = nullptr;
  const LintOptions* options = nullptr;  // with a time
};

// Returns the findings of rules, in their order, and then of moved addresses.
std::vector<LintFinding> LintRules(const LintInput& input);

}  // namespace signpost::rules

#endif  // SIGNPOST_RULES_RULE_LINT_H_
