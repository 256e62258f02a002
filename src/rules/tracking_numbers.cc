// SPDX-License-Identifier: Apache-2.0
#include "rules/tracking_numbers.h"

#include <algorithm>
#include <cstddef>
#include <iterator>

namespace signpost::rules {
namespace {

bool IsDigit(char c) { return c >= '0' && c <= '9'; }
bool IsLetter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool IsAlnum(char c) { return IsDigit(c) || IsLetter(c); }
int DigitValue(char c) { return c - '0'; }
char UpperCase(char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; }

bool AllDigits(std::string_view s) { return !s.empty() && std::all_of(s.begin(), s.end(), IsDigit); }

bool StartsWith(std::string_view s, std::string_view upper) {
  return s.size() >= upper.size() &&
         std::equal(upper.begin(), upper.end(), s.begin(), [](char want, char c) { return want == UpperCase(c); });
}

// GS1's check digit (EAN, UPC, SSCC), which FedEx Ground and the postal service of the United States use too: from the right,
// the digits before the check digit count 3, 1, 3, 1, ...; the check digit fills the sum up to a multiple of 10.
bool HasGs1CheckDigit(std::string_view s) {
  int sum = 0;
  for (std::size_t i = 0; i + 1 < s.size(); ++i) sum += (i % 2 == 0 ? 3 : 1) * DigitValue(s[s.size() - 2 - i]);
  return (sum + DigitValue(s.back())) % 10 == 0;
}

// FedEx Express, 12 digits: from the right, the digits before the check digit count 1, 3, 7, 1, 3, 7, ...; the check
// digit is the sum mod 11, where 10 is written as 0.
bool HasExpressCheckDigit(std::string_view s) {
  constexpr int kWeights[] = {1, 3, 7};
  int sum = 0;
  for (std::size_t i = 0; i + 1 < s.size(); ++i) sum += kWeights[i % 3] * DigitValue(s[s.size() - 2 - i]);
  return sum % 11 % 10 == DigitValue(s.back());
}

// A DHL waybill: the tenth digit is what the nine before it leave when they are divided by 7.
bool HasWaybillCheckDigit(std::string_view s) {
  int rest = 0;
  for (char c : s.substr(0, s.size() - 1)) rest = (10 * rest + DigitValue(c)) % 7;
  return rest == DigitValue(s.back());
}

}  // namespace

// UPS: "1Z", 15 letters and digits, a check digit. A letter counts as (its ASCII code - 63) mod 10, so A is 2; every
// second character counts double; the check digit fills the sum up to a multiple of 10.
Strength UpsStrength(std::string_view s) {
  constexpr std::size_t kSize = 18;
  constexpr std::size_t kPrefix = 2;
  if (s.size() != kSize || s[0] != '1' || UpperCase(s[1]) != 'Z' || !IsDigit(s.back())) return Strength::kNone;
  int sum = 0;
  for (std::size_t i = kPrefix; i + 1 < kSize; ++i) {
    if (!IsAlnum(s[i])) return Strength::kNone;
    const int value = IsDigit(s[i]) ? DigitValue(s[i]) : (UpperCase(s[i]) - 63) % 10;
    sum += i % 2 == 0 ? value : 2 * value;
  }
  return (sum + DigitValue(s.back())) % 10 == 0 ? Strength::kStrong : Strength::kNone;
}

// UPU S10: two letters for the service, eight digits, a check digit, two letters for the country. The check digit is
// 11 - (weighted sum mod 11), where 10 is written as 0 and 11 as 5.
Strength S10Strength(std::string_view s) {
  constexpr std::size_t kSize = 13;
  constexpr int kWeights[] = {8, 6, 4, 2, 3, 5, 9, 7};
  if (s.size() != kSize || !AllDigits(s.substr(2, 9))) return Strength::kNone;
  if (!IsLetter(s[0]) || !IsLetter(s[1]) || !IsLetter(s[11]) || !IsLetter(s[12])) return Strength::kNone;
  int sum = 0;
  for (std::size_t i = 0; i < std::size(kWeights); ++i) sum += kWeights[i] * DigitValue(s[2 + i]);
  int check = 11 - sum % 11;
  if (check == 10) check = 0;
  if (check == 11) check = 5;
  return check == DigitValue(s[10]) ? Strength::kStrong : Strength::kNone;
}

// The longer forms hold more than the number itself, and their check digits cover different parts of it.
Strength FedexStrength(std::string_view s) {
  constexpr std::size_t kExpress = 12;
  constexpr std::size_t kGround = 15;
  constexpr std::size_t kLonger[] = {20, 22};
  if (!AllDigits(s)) return Strength::kNone;
  if (s.size() == kGround) return HasGs1CheckDigit(s) ? Strength::kStrong : Strength::kNone;
  const bool other = s.size() == kExpress
                         ? HasExpressCheckDigit(s)
                         : std::find(std::begin(kLonger), std::end(kLonger), s.size()) != std::end(kLonger);
  if (!other) return Strength::kNone;
  return IsArticleNumber(s) ? Strength::kArticle : Strength::kWeak;
}

// The services' own numbers begin with 91 to 95 (USPS Publication 199, section 3); one behind 420 and a ZIP code is the same number.
Strength UspsStrength(std::string_view s) {
  constexpr std::size_t kSizes[] = {20, 22};
  if (S10Strength(s) == Strength::kStrong) return Strength::kStrong;
  if (!AllDigits(s) || std::find(std::begin(kSizes), std::end(kSizes), s.size()) == std::end(kSizes)) {
    return Strength::kNone;
  }
  const bool of_service = s[0] == '9' && s[1] >= '1' && s[1] <= '5';
  return of_service && HasGs1CheckDigit(s) ? Strength::kStrong : Strength::kNone;
}

Strength DhlStrength(std::string_view s) {
  constexpr std::size_t kWaybill = 10;
  constexpr std::size_t kPiece = 20;  // an SSCC of DHL Paket, which begins with 0034
  if (AllDigits(s)) {
    if (s.size() == kWaybill) return HasWaybillCheckDigit(s) ? Strength::kWeak : Strength::kNone;
    return s.size() == kPiece && s.starts_with("0034") && HasGs1CheckDigit(s) ? Strength::kStrong : Strength::kNone;
  }
  for (std::string_view prefix : {"JJD", "JD", "GM"}) {
    constexpr std::size_t kMinDigits = 16;
    constexpr std::size_t kMaxDigits = 20;
    if (!StartsWith(s, prefix) || !AllDigits(s.substr(prefix.size()))) continue;
    const std::size_t digits = s.size() - prefix.size();
    return digits >= kMinDigits && digits <= kMaxDigits ? Strength::kStrong : Strength::kNone;
  }
  return Strength::kNone;
}

bool IsArticleNumber(std::string_view s) {
  constexpr std::size_t kShortest = 12;
  constexpr std::size_t kLongest = 14;
  return s.size() >= kShortest && s.size() <= kLongest && AllDigits(s) && HasGs1CheckDigit(s);
}

}  // namespace signpost::rules
