// SPDX-License-Identifier: Apache-2.0
// capture_classes.h — what the captures of patterns accept, each kind of capture once, however many patterns have it.
//
// Expressions: all in one RE2 set, so that ten thousand of them read a word once. RE2 has no backtracking: time is linear in the
//           word whatever the expression.
// Threads:  immutable after Compile; const methods may run concurrently.
#ifndef SIGNPOST_RULES_CAPTURE_CLASSES_H_
#define SIGNPOST_RULES_CAPTURE_CLASSES_H_

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <absl/status/status.h>
#include <absl/status/statusor.h>
#include <re2/set.h>

#include "base/strings.h"
#include "rules/validators.h"

namespace signpost::rules {

using ClassId = std::uint32_t;

struct ValidatorUse {
  const Validator* validator = nullptr;
  bool weak_too = false;  // where no word of the pattern speaks for the number
};

struct CaptureClass {
  enum class Kind : std::uint8_t { kAny, kValidators, kExpression, kFacet };

  Kind kind = Kind::kAny;
  std::vector<ValidatorUse> validators;  // kValidators: one of them accepts
  std::string attribute;                 // kFacet
  std::size_t expression = 0;            // kExpression: its number in the set

  // True when the words that it takes may have white space between them.
  bool spaced() const;
};

class CaptureClasses {
 public:
  // Each returns the class, a new one when there is none like it.
  ClassId AddAny();
  // `names`: validators with | between, each perhaps with ? behind it. InvalidArgument: one is unknown.
  absl::StatusOr<ClassId> AddValidators(std::string_view names);
  // InvalidArgument: RE2 does not take it, or it is longer than limits::kMaxExpressionBytes.
  absl::StatusOr<ClassId> AddExpression(std::string_view expression);
  ClassId AddFacet(std::string_view attribute);

  // Compiles the expressions; nothing is added behind it. InvalidArgument: they are too large together.
  absl::Status Compile();

  const CaptureClass& at(ClassId id) const { return classes_[id]; }
  std::size_t size() const { return classes_.size(); }
  bool has_expressions() const { return !expression_classes_.empty(); }
  std::vector<std::string> attributes() const;  // of facets, each once

  // The classes of the expressions that match all of `word`, ascending.
  std::vector<ClassId> MatchingExpressions(std::string_view word) const;

 private:
  ClassId Add(const std::string& key, CaptureClass added);

  std::vector<CaptureClass> classes_;
  StringMap<ClassId> by_key_;
  std::vector<std::string> expressions_;
  std::vector<ClassId> expression_classes_;  // by number in the set
  std::shared_ptr<const re2::RE2::Set> set_;
};

}  // namespace signpost::rules

#endif  // SIGNPOST_RULES_CAPTURE_CLASSES_H_
