// SPDX-License-Identifier: Apache-2.0
// impact.h — how much a term counts in a document, in one byte: enough to bound its part of a score without reading where
// it stands.
//
// Code:     the highest bit says that it stands in the title; the lower seven are its pooled frequency (segment/field_norms.h),
//           rounded up, on a scale that is fine where BM25 is steep (Anh and Moffat 2006 quantise whole scores so).
#ifndef SIGNPOST_POSTINGS_IMPACT_H_
#define SIGNPOST_POSTINGS_IMPACT_H_

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>

namespace signpost::postings {

inline constexpr std::uint8_t kTitleBit = 0x80;
inline constexpr int kImpactSteps = 128;
inline constexpr double kImpactScale = 2;  // the pooled frequency in the middle of the scale

// Returns the code of the smallest step that is not below `pooled`. REQUIRES: pooled >= 0.
inline std::uint8_t EncodeImpact(double pooled, bool in_title) {
  const double step = std::ceil(kImpactSteps * pooled / (pooled + kImpactScale));
  const auto code = static_cast<std::uint8_t>(std::min<double>(step, kImpactSteps - 1));
  return static_cast<std::uint8_t>(code | (in_title ? kTitleBit : 0));
}

// Returns the code of what stands in a document no more often than either term does: a phrase of both.
inline std::uint8_t SmallerImpact(std::uint8_t a, std::uint8_t b) {
  const int step = std::min(a & (kTitleBit - 1), b & (kTitleBit - 1));
  return static_cast<std::uint8_t>(step | (a & b & kTitleBit));
}

// By code: what the pooled frequency is at most.
inline const std::array<float, 256>& ImpactBounds() {
  static const std::array<float, 256> bounds = [] {
    std::array<float, 256> out;
    for (int code = 0; code < 256; ++code) {
      const int step = code & (kTitleBit - 1);
      // Beyond the last step there is no bound; a number that saturates is as good.
      out[static_cast<std::size_t>(code)] =
          step == kImpactSteps - 1 ? 1e9F
                                   : static_cast<float>(kImpactScale * step / (kImpactSteps - step) * (1 + 1e-6));
    }
    return out;
  }();
  return bounds;
}

}  // namespace signpost::postings

#endif  // SIGNPOST_POSTINGS_IMPACT_H_
