// SPDX-License-Identifier: Apache-2.0
#include "rules/capture_classes.h"

#include <algorithm>
#include <utility>

#include <re2/re2.h>

#include "base/limits.h"
#include "base/status.h"

namespace signpost::rules {
namespace {

re2::RE2::Options ExpressionOptions(std::int64_t memory) {
  re2::RE2::Options options(re2::RE2::Quiet);
  options.set_case_sensitive(false);  // as words of patterns are
  options.set_never_capture(true);
  options.set_max_mem(memory);
  return options;
}

re2::StringPiece ToRe2(std::string_view s) { return {s.data(), s.size()}; }

}  // namespace

bool CaptureClass::spaced() const {
  return kind == Kind::kFacet || std::any_of(validators.begin(), validators.end(),
                                             [](const ValidatorUse& use) { return use.validator->spaced; });
}

ClassId CaptureClasses::Add(const std::string& key, CaptureClass added) {
  auto [it, is_new] = by_key_.try_emplace(key, static_cast<ClassId>(classes_.size()));
  if (is_new) {
    if (added.kind == CaptureClass::Kind::kExpression) expression_classes_.push_back(it->second);
    classes_.push_back(std::move(added));
  }
  return it->second;
}

ClassId CaptureClasses::AddAny() { return Add("", {}); }

absl::StatusOr<ClassId> CaptureClasses::AddValidators(std::string_view names) {
  CaptureClass added{.kind = CaptureClass::Kind::kValidators};
  for (std::size_t begin = 0; begin <= names.size();) {
    const std::size_t end = std::min(names.find('|', begin), names.size());
    std::string_view name = names.substr(begin, end - begin);
    const bool weak_too = name.ends_with('?');
    if (weak_too) name.remove_suffix(1);
    const Validator* validator = FindValidator(name);
    if (validator == nullptr) {
      return InvalidArgument("unknown validator ", Quoted(name), ", known are ", ValidatorNames());
    }
    added.validators.push_back({validator, weak_too});
    begin = end + 1;
  }
  return Add(StrCat("v", names), std::move(added));
}

absl::StatusOr<ClassId> CaptureClasses::AddExpression(std::string_view expression) {
  if (expression.size() > limits::kMaxExpressionBytes) {
    return InvalidArgument("the expression has ", expression.size(), " bytes, at most ", limits::kMaxExpressionBytes,
                           " are allowed");
  }
  std::string key = StrCat("e", expression);
  if (auto known = by_key_.find(key); known != by_key_.end()) return known->second;
  const re2::RE2 trial(ToRe2(expression), ExpressionOptions(limits::kMaxExpressionMemory));
  if (!trial.ok()) return InvalidArgument("the expression is refused: ", trial.error());
  CaptureClass added{.kind = CaptureClass::Kind::kExpression, .expression = expressions_.size()};
  expressions_.emplace_back(expression);
  return Add(key, std::move(added));
}

ClassId CaptureClasses::AddFacet(std::string_view attribute) {
  return Add(StrCat("f", attribute), {.kind = CaptureClass::Kind::kFacet, .attribute = std::string(attribute)});
}

absl::Status CaptureClasses::Compile() {
  if (expressions_.empty()) return absl::OkStatus();
  auto set = std::make_shared<re2::RE2::Set>(ExpressionOptions(limits::kMaxExpressionSetMemory), re2::RE2::ANCHOR_BOTH);
  for (const std::string& expression : expressions_) set->Add(ToRe2(expression), nullptr);
  if (!set->Compile()) return InvalidArgument("rules: the expressions of all patterns together are too large");
  set_ = std::move(set);
  return absl::OkStatus();
}

std::vector<std::string> CaptureClasses::attributes() const {
  std::vector<std::string> out;
  for (const CaptureClass& one : classes_) {
    if (one.kind == CaptureClass::Kind::kFacet) out.push_back(one.attribute);
  }
  return out;
}

std::vector<ClassId> CaptureClasses::MatchingExpressions(std::string_view word) const {
  std::vector<ClassId> out;
  std::vector<int> matching;
  if (set_ == nullptr || !set_->Match(ToRe2(word), &matching)) return out;
  out.reserve(matching.size());
  for (int number : matching) out.push_back(expression_classes_[static_cast<std::size_t>(number)]);
  std::sort(out.begin(), out.end());
  return out;
}

}  // namespace signpost::rules
