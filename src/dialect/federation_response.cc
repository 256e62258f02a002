// SPDX-License-Identifier: Apache-2.0
#include <cstdint>
#include <string>
#include <string_view>

#include <signpost/dialect.h>

#include "base/status.h"
#include "dialect/json_writer.h"

namespace signpost::inline v0 {

namespace {

using dialect::JsonWriter;

constexpr int kBadRequest = 400;
constexpr int kNotFound = 404;

// The object `json` with the members of the object `head` before its own.
std::string WithHead(std::string head, const std::string& json) {
  if (json == "{}") return head;
  head.back() = ',';
  return head + json.substr(1);
}

std::string HeadOf(const FederatedGroup& group) {
  JsonWriter writer;
  writer.BeginObject().Key("index").String(group.index);
  if (group.label != group.index) writer.Key("label").String(group.label);
  if (!group.status.ok()) {
    writer.Key("status").Integer(absl::IsNotFound(group.status) ? kNotFound : kBadRequest);
    writer.Key("message").String(Message(group.status));
  } else {
    writer.Key("_quality").Number(group.quality);
  }
  return writer.EndObject().Take();
}

std::string HeadOf(const FederatedHit& hit) {
  JsonWriter writer;
  writer.BeginObject().Key("_federation").BeginObject().Key("indexName").String(hit.index);
  if (hit.label != hit.index) writer.Key("label").String(hit.label);
  return writer.Key("score").Number(hit.score).EndObject().EndObject().Take();
}

void WriteIntent(const Intent& intent, JsonWriter* writer) {
  writer->BeginObject().Key("kind").String(IntentKindName(intent.kind));
  writer->Key("confidence").Number(intent.confidence).Key("support").Number(intent.support);
  writer->Key("evidence").BeginArray();
  for (const IntentEvidence& evidence : intent.evidence) {
    writer->BeginObject().Key("name").String(evidence.name).Key("value").Number(evidence.value);
    writer->Key("logOdds").Number(evidence.log_odds);
    if (!evidence.detail.empty()) writer->Key("detail").String(evidence.detail);
    writer->EndObject();
  }
  writer->EndArray().EndObject();
}

void WriteRedirect(const FederatedRedirect& redirect, JsonWriter* writer) {
  writer->Key("renderingContent").BeginObject().Key("redirect").BeginObject();
  writer->Key("url").String(redirect.redirect.url).Key("index").String(redirect.index);
  if (redirect.label != redirect.index) writer->Key("label").String(redirect.label);
  if (!redirect.redirect.rule.empty()) writer->Key("rule").String(redirect.redirect.rule);
  writer->EndObject().EndObject();
}

void WriteBanners(const std::vector<FederatedBanner>& banners, JsonWriter* writer) {
  writer->Key("banners").BeginArray();
  for (const FederatedBanner& banner : banners) {
    writer->BeginObject().Key("index").String(banner.index);
    if (banner.label != banner.index) writer->Key("label").String(banner.label);
    writer->Key("userData").Any(banner.user_data).EndObject();
  }
  writer->EndArray();
}

}  // namespace

std::string ToJson(const Intent& intent) {
  JsonWriter writer;
  WriteIntent(intent, &writer);
  return writer.Take();
}

std::string ToJson(const FederatedResponse& response, const std::vector<std::vector<std::string>>& response_fields) {
  JsonWriter writer;
  writer.BeginObject().Key("results").BeginArray();
  for (std::size_t g = 0; g < response.groups.size(); ++g) {
    const FederatedGroup& group = response.groups[g];
    const std::vector<std::string> fields =
        g < response_fields.size() ? response_fields[g] : std::vector<std::string>{"*"};
    writer.Json(group.status.ok() ? WithHead(HeadOf(group), ToJson(group.response, fields)) : HeadOf(group));
  }
  writer.EndArray();
  if (response.merged) {
    writer.Key("hits").BeginArray();
    for (const FederatedHit& hit : response.hits) writer.Json(WithHead(HeadOf(hit), ToJson(hit.hit)));
    writer.EndArray();
    writer.Key("page").Integer(response.page).Key("hitsPerPage").Integer(response.hits_per_page);
  }
  writer.Key("nbHits").Integer(static_cast<std::int64_t>(response.hit_count));
  if (response.intent) {
    writer.Key("intent");
    WriteIntent(*response.intent, &writer);
  }
  if (response.redirect) WriteRedirect(*response.redirect, &writer);
  if (!response.banners.empty()) WriteBanners(response.banners, &writer);
  writer.Key("processingTimeMS").Integer((response.processing_time_us + 500) / 1000);
  writer.Key("processingTimeMicros").Integer(response.processing_time_us);
  return writer.EndObject().Take();
}

}  // namespace signpost::inline v0
