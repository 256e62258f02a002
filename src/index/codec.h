// SPDX-License-Identifier: Apache-2.0
// codec.h — settings and synonyms <-> bytes of a snapshot. docs/format.md describes them.
//
// Errors:   decoding gives DataLoss for bytes that do not fit; what they mean is validated by whoever uses them.
#ifndef SIGNPOST_INDEX_CODEC_H_
#define SIGNPOST_INDEX_CODEC_H_

#include <string>
#include <string_view>
#include <vector>

#include <absl/status/statusor.h>
#include <signpost/settings.h>
#include <signpost/synonyms.h>

namespace signpost::index {

std::string EncodeSettings(const Settings& settings);
absl::StatusOr<Settings> DecodeSettings(std::string_view bytes);

std::string EncodeSynonyms(const std::vector<Synonym>& synonyms);
absl::StatusOr<std::vector<Synonym>> DecodeSynonyms(std::string_view bytes);

}  // namespace signpost::index

#endif  // SIGNPOST_INDEX_CODEC_H_
