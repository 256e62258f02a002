// SPDX-License-Identifier: Apache-2.0
#include "cli/print_federated.h"

#include <cmath>
#include <cstdint>
#include <string_view>

#include <signpost/dialect.h>

#include "cli/numbers.h"
#include "cli/print_hits.h"
#include "cli/terminal_text.h"

namespace signpost::cli {
namespace {

constexpr int kHundred = 100;

std::string Percent(double share) { return std::to_string(std::lround(kHundred * share)) + " %"; }

std::string Rounded(double number) {
  const long hundredths = std::lround(kHundred * std::abs(number));
  const std::string rest = std::to_string(hundredths % kHundred);
  return std::string(number < 0 ? "-" : "") + std::to_string(hundredths / kHundred) + "." +
         (rest.size() < 2 ? "0" : "") + rest;
}

// "support (80 %): intentWords 1.25 (support: return), vocabulary 0.47"
std::string PrintIntent(const Intent& intent) {
  std::string out = std::string(IntentKindName(intent.kind)) + " (" + Percent(intent.confidence) + ")";
  std::string_view separator = ": ";
  for (const IntentEvidence& evidence : intent.evidence) {
    out += std::string(separator) + evidence.name + " " + Rounded(evidence.log_odds);
    if (!evidence.detail.empty()) out += " (" + evidence.detail + ")";
    separator = ", ";
  }
  return out;
}

std::string Line(const std::string& text) { return TerminalText(text) + "\n"; }

}  // namespace

std::string PrintFederated(const std::string& query, const FederatedResponse& response, bool colors) {
  std::string out;
  if (response.merged) {
    const auto micros = static_cast<std::uint64_t>(std::max<std::int64_t>(0, response.processing_time_us));
    out += Line(query + "  (" + Grouped(micros) + " µs, " + Grouped(response.hit_count) + " hits)");
  }
  if (response.intent) out += Line("intent: " + PrintIntent(*response.intent));
  if (response.redirect) out += Line("-> " + response.redirect->redirect.url + "  (" + response.redirect->index + ")");
  for (const FederatedBanner& banner : response.banners) {
    out += Line("banner: " + ToJson(banner.user_data) + "  (" + banner.index + ")");
  }
  for (std::size_t h = 0; h < response.hits.size(); ++h) {
    const FederatedHit& hit = response.hits[h];
    out += PrintHit(h + 1, hit.hit, hit.label + ", " + Rounded(hit.score), colors);
  }
  for (const FederatedGroup& group : response.groups) {
    if (!group.status.ok()) {
      out += Line("error: " + std::string(group.status.message()));
    } else if (!response.merged) {
      out += Line("[" + group.label + "]") + PrintResponse(group.response, colors);
    }
  }
  return out;
}

std::string PrintFederatedBatchHead() { return "id\tintent\tconfidence\tfirst hit\n"; }

std::string PrintFederatedBatchLine(const std::string& id, const FederatedResponse& response) {
  std::string out = TerminalText(id) + "\t";
  out += response.intent
             ? std::string(IntentKindName(response.intent->kind)) + "\t" + Rounded(response.intent->confidence)
             : "-\t-";
  if (response.redirect) return out + "\t-> " + TerminalText(response.redirect->redirect.url) + "\n";
  if (response.hits.empty()) return out + "\t-\n";
  const FederatedHit& hit = response.hits.front();
  return out + "\t" + TerminalText(hit.label + "/" + hit.hit.document.object_id + "  " + hit.hit.document.title) + "\n";
}

}  // namespace signpost::cli
