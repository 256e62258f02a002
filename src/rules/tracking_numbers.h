// SPDX-License-Identifier: Apache-2.0
// tracking_numbers.h — numbers of parcels, told from other numbers by their form and their check digit.
//
// Cost:     linear in the value.
#ifndef SIGNPOST_RULES_TRACKING_NUMBERS_H_
#define SIGNPOST_RULES_TRACKING_NUMBERS_H_

#include <cstdint>
#include <string_view>

namespace signpost::rules {

// How sure it is that a value is what a validator looks for.
enum class Strength : std::uint8_t {
  kNone,     // it is not
  kArticle,  // it may be, but it is also the bar code of an article
  kWeak,     // many other numbers look like it too
  kStrong,
};

Strength UpsStrength(std::string_view s);
Strength S10Strength(std::string_view s);
Strength FedexStrength(std::string_view s);
Strength UspsStrength(std::string_view s);
Strength DhlStrength(std::string_view s);

// True for 12 to 14 digits with the check digit of a GTIN: UPC-A, EAN-13, GTIN-14. Eight digits (EAN-8) are left out: one order
// number in ten would be one.
bool IsArticleNumber(std::string_view s);

}  // namespace signpost::rules

#endif  // SIGNPOST_RULES_TRACKING_NUMBERS_H_
