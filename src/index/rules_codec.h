// SPDX-License-Identifier: Apache-2.0
// rules_codec.h — rules and moved addresses <-> bytes of a snapshot. docs/format.md describes them.
//
// Errors:   decoding gives DataLoss for bytes that do not fit; what they mean is validated by whoever uses them.
#ifndef SIGNPOST_INDEX_RULES_CODEC_H_
#define SIGNPOST_INDEX_RULES_CODEC_H_

#include <string>
#include <string_view>
#include <vector>

#include <absl/status/statusor.h>
#include <signpost/moved.h>
#include <signpost/rules.h>

namespace signpost::index {

std::string EncodeRules(const std::vector<Rule>& rules);
absl::StatusOr<std::vector<Rule>> DecodeRules(std::string_view bytes);

std::string EncodeMoved(const std::vector<MovedAddress>& moved);
absl::StatusOr<std::vector<MovedAddress>> DecodeMoved(std::string_view bytes);

}  // namespace signpost::index

#endif  // SIGNPOST_INDEX_RULES_CODEC_H_
