// SPDX-License-Identifier: Apache-2.0
#include "dialect/result_settings.h"

namespace signpost::dialect {

absl::Status ReadLanguageFallbacks(const JsonView& view, Settings* out) {
  SIGNPOST_RETURN_IF_ERROR(view.ExpectObject());
  out->language_fallbacks.clear();
  for (std::size_t i = 0; i < view.value().object()->size(); ++i) {
    const JsonView member = view.MemberAt(i);
    LanguageFallbacks& entry = out->language_fallbacks.emplace_back();
    entry.language = member.name();
    SIGNPOST_RETURN_IF_ERROR(member.Read(&entry.fallbacks));
  }
  return absl::OkStatus();
}

absl::Status ReadDistinct(const JsonView& view, int* out) {
  if (const bool* on = view.value().boolean()) {
    *out = *on ? 1 : 0;
    return absl::OkStatus();
  }
  if (view.value().integer() == nullptr) return view.Error("must be an integer, true or false");
  return view.Read(out);
}

void WriteResultSettings(const Settings& settings, JsonWriter* writer) {
  writer->Key("languageFallbacks").BeginObject();
  for (const LanguageFallbacks& entry : settings.language_fallbacks) {
    writer->Key(entry.language).Strings(entry.fallbacks);
  }
  writer->EndObject().Key("fallbackFactor").Number(settings.fallback_factor);
  writer->Key("paginationLimitedTo").Integer(settings.pagination_limited_to);
  writer->Key("attributeForDistinct").String(settings.attribute_for_distinct);
  writer->Key("distinct").Integer(settings.distinct);
  writer->Key("unretrievableAttributes").Strings(settings.unretrievable_attributes);
}

}  // namespace signpost::dialect
