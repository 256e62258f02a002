// SPDX-License-Identifier: Apache-2.0
#include "rules/pattern_example.h"

#include <string_view>

namespace signpost::rules {
namespace {

std::optional<std::string_view> ExampleOfClass(const CaptureClass& accepts) {
  if (accepts.kind == CaptureClass::Kind::kAny) return "x7q";
  if (accepts.kind != CaptureClass::Kind::kValidators) return std::nullopt;
  const std::string_view name = accepts.validators.front().validator->name;
  if (name == "number") return "48151";
  if (name == "order") return "FW-20417735";
  if (name == "email") return "jane@example.com";
  if (name == "ups") return "1Z999AA10123456784";
  if (name == "s10") return "RR123456785US";
  if (name == "usps") return "9400111899223856019073";
  if (name == "fedex") return "041441760228964";
  return "00340434160012345671";  // dhl
}

}  // namespace

std::optional<std::string> ExampleOf(const PatternShape& shape, const PatternIndex& index) {
  std::string out;
  for (const PatternElement& element : shape.elements) {
    if (!out.empty()) out += ' ';
    if (!element.is_capture()) {
      out += index.TermText(element.term);
      continue;
    }
    const auto value = ExampleOfClass(index.classes().at(element.capture));
    if (!value) return std::nullopt;
    out += *value;
  }
  return out;
}

}  // namespace signpost::rules
