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
int DigitValue(char c) { return c - '0'; }
char UpperCase(char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; }

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

// UPS: "1Z", 15 letters and digits, a check digit. A letter counts as (its ASCII code - 63) mod 10, so A is 2; every
// second character counts double; the check digit fills the sum up to a multiple of 10.
bool IsUps(std::string_view s) {
  constexpr std::size_t kSize = 18;
  constexpr std::size_t kPrefix = 2;
  if (s.size() != kSize || s[0] != '1' || UpperCase(s[1]) != 'Z' || !IsDigit(s.back())) return false;
  int sum = 0;
  for (std::size_t i = kPrefix; i + 1 < kSize; ++i) {
    if (!IsAlnum(s[i])) return false;
    const int value = IsDigit(s[i]) ? DigitValue(s[i]) : (UpperCase(s[i]) - 63) % 10;
    sum += i % 2 == 0 ? value : 2 * value;
  }
  return (sum + DigitValue(s.back())) % 10 == 0;
}

// UPU S10: two letters for the service, eight digits, a check digit, two letters for the country. The check digit is
// 11 - (weighted sum mod 11), where 10 is written as 0 and 11 as 5.
bool IsS10(std::string_view s) {
  constexpr std::size_t kSize = 13;
  constexpr int kWeights[] = {8, 6, 4, 2, 3, 5, 9, 7};
  if (s.size() != kSize || !AllDigits(s.substr(2, 9))) return false;
  if (!IsLetter(s[0]) || !IsLetter(s[1]) || !IsLetter(s[11]) || !IsLetter(s[12])) return false;
  int sum = 0;
  for (std::size_t i = 0; i < std::size(kWeights); ++i) sum += kWeights[i] * DigitValue(s[2 + i]);
  int check = 11 - sum % 11;
  if (check == 10) check = 0;
  if (check == 11) check = 5;
  return check == DigitValue(s[10]);
}

// FedEx Express, 12 digits: from the right, the digits before the check digit count 1, 3, 7, 1, 3, 7, ...; the check
// digit is the sum mod 11, where 10 is written as 0.
bool HasExpressCheckDigit(std::string_view s) {
  constexpr int kWeights[] = {1, 3, 7};
  int sum = 0;
  for (std::size_t i = 0; i + 1 < s.size(); ++i) sum += kWeights[i % 3] * DigitValue(s[s.size() - 2 - i]);
  return sum % 11 % 10 == DigitValue(s.back());
}

// FedEx Ground, 15 digits: from the right, the digits before the check digit count 3, 1, 3, 1, ...; the check digit
// fills the sum up to a multiple of 10.
bool HasGroundCheckDigit(std::string_view s) {
  int sum = 0;
  for (std::size_t i = 0; i + 1 < s.size(); ++i) sum += (i % 2 == 0 ? 3 : 1) * DigitValue(s[s.size() - 2 - i]);
  return (sum + DigitValue(s.back())) % 10 == 0;
}

// The longer forms hold more than the number itself, and their check digits cover different parts of it.
bool IsFedex(std::string_view s) {
  if (!AllDigits(s)) return false;
  switch (s.size()) {
    case 12:
      return HasExpressCheckDigit(s);
    case 15:
      return HasGroundCheckDigit(s);
    case 20:
    case 22:
      return true;
    default:
      return false;
  }
}

// In the order of the table in <signpost/rules.h>.
constexpr Validator kValidators[] = {
    {"number", false, AllDigits}, {"order", false, IsOrder}, {"email", false, IsEmail},
    {"ups", true, IsUps},         {"s10", true, IsS10},      {"fedex", true, IsFedex},
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
