// SPDX-License-Identifier: Apache-2.0
#include "rules/validators.h"

#include <algorithm>
#include <cstddef>

#include "base/strings.h"

namespace signpost::rules {
namespace {

bool IsDigit(char c) { return c >= '0' && c <= '9'; }
bool IsLetter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool IsAlnum(char c) { return IsDigit(c) || IsLetter(c); }

bool AllDigits(std::string_view s) { return !s.empty() && std::all_of(s.begin(), s.end(), IsDigit); }

// Letters, digits and hyphens with at least five digits, so that words and years are left alone.
bool IsOrder(std::string_view s) {
  constexpr int kMinDigits = 5;
  return std::all_of(s.begin(), s.end(), [](char c) { return IsAlnum(c) || c == '-'; }) &&
         std::count_if(s.begin(), s.end(), IsDigit) >= kMinDigits;
}

// RFC 5322, section 3.2.3: atext, of which a local part is made.
bool IsAtomChar(char c) {
  return IsAlnum(c) || std::string_view("!#$%&'*+-/=?^_`{|}~").find(c) != std::string_view::npos;
}

// Labels of RFC 1035, section 2.3.1, at least two, of which the last has letters only.
bool IsDomain(std::string_view s) {
  constexpr std::size_t kMaxLabel = 63;
  constexpr std::size_t kMinTopLevel = 2;
  bool dotted = false;
  while (true) {
    const std::size_t dot = s.find('.');
    const std::string_view label = s.substr(0, dot);
    if (label.empty() || label.size() > kMaxLabel || label.front() == '-' || label.back() == '-') return false;
    if (!std::all_of(label.begin(), label.end(), [](char c) { return IsAlnum(c) || c == '-'; })) return false;
    if (dot == std::string_view::npos) {
      return dotted && label.size() >= kMinTopLevel && std::all_of(label.begin(), label.end(), IsLetter);
    }
    dotted = true;
    s.remove_prefix(dot + 1);
  }
}

// local@domain.tld with a dot-atom (RFC 5322, section 3.2.3) as local part. Quoted local parts and addresses beyond
// ASCII are not recognised: people do not type them into a search box.
bool IsEmail(std::string_view s) {
  constexpr std::size_t kMaxLocal = 64;  // RFC 5321, section 4.5.3.1
  const std::size_t at = s.find('@');
  if (at == std::string_view::npos || at == 0 || at > kMaxLocal) return false;
  const std::string_view local = s.substr(0, at);
  if (local.front() == '.' || local.back() == '.' || local.find("..") != std::string_view::npos) return false;
  return std::all_of(local.begin(), local.end(), [](char c) { return IsAtomChar(c) || c == '.'; }) &&
         IsDomain(s.substr(at + 1));
}

Strength StrongIf(bool accepted) { return accepted ? Strength::kStrong : Strength::kNone; }

Strength OrderStrength(std::string_view s) {
  if (!IsOrder(s)) return Strength::kNone;
  return IsArticleNumber(s) ? Strength::kArticle : Strength::kStrong;
}

// In the order of the table in <signpost/rules.h>.
constexpr Validator kValidators[] = {
    {"number", false, [](std::string_view s) { return StrongIf(AllDigits(s)); }},
    {"order", false, OrderStrength},
    {"email", false, [](std::string_view s) { return StrongIf(IsEmail(s)); }},
    {"ups", true, UpsStrength},
    {"s10", true, S10Strength},
    {"usps", true, UspsStrength},
    {"fedex", true, FedexStrength},
    {"dhl", true, DhlStrength},
};

}  // namespace

const Validator* FindValidator(std::string_view name) {
  for (const Validator& validator : kValidators) {
    if (validator.name == name) return &validator;
  }
  return nullptr;
}

std::string ValidatorNames() {
  std::string names;
  for (const Validator& validator : kValidators) names += StrCat(names.empty() ? "" : ", ", validator.name);
  return names;
}

}  // namespace signpost::rules
