// SPDX-License-Identifier: Apache-2.0
#include "cli/print_hits.h"

#include <algorithm>
#include <cstddef>
#include <string_view>
#include <vector>

#include <signpost/dialect.h>

#include "cli/numbers.h"
#include "cli/print_explanation.h"
#include "cli/terminal_text.h"

namespace signpost::cli {
namespace {

struct Styles {
  TextStyle query;
  TextStyle title;
  TextStyle link;
  TextStyle text;
  TextStyle remark;
};

constexpr std::string_view kReset = "\x1b[0m";
constexpr std::string_view kMatch = "\x1b[1;33m";  // bold yellow
constexpr Styles kColors = {.query = {"\x1b[1m", kMatch, kReset},
                            .title = {"\x1b[1m", kMatch, kReset},
                            .link = {"\x1b[36m", kMatch, kReset},
                            .text = {"", kMatch, kReset},
                            .remark = {"\x1b[2m", kMatch, kReset}};
constexpr Styles kNoColors = {};

constexpr std::string_view kIndent = "    ";

std::string Line(std::string_view text, const TextStyle& style) {
  return std::string(kIndent) + TerminalText(text, style) + "\n";
}

std::string Joined(const std::vector<std::string>& parts, std::string_view separator) {
  std::string out;
  for (const std::string& part : parts) {
    if (!out.empty()) out += separator;
    out += part;
  }
  return out;
}

std::string Plural(std::size_t count, std::string_view one) {
  return Grouped(count) + " " + std::string(one) + (count == 1 ? "" : "s");
}

std::string PrintHead(const SearchResponse& response, const Styles& styles) {
  std::string found = response.redirect ? "redirect" : Plural(response.hit_count, "hit");
  if (!response.hits.empty() && response.hits.size() < response.hit_count) {
    found += ", the first " + Grouped(response.hits.size());
  }
  const auto micros = static_cast<std::uint64_t>(std::max<std::int64_t>(0, response.processing_time_us));
  return TerminalText(response.query, styles.query) +
         TerminalText("  (" + Grouped(micros) + " µs, " + found + ")", styles.remark) + "\n";
}

// Where a hit leads: its page, at its best section. Empty for a document without a URL.
std::string LinkOf(const Hit& hit) {
  std::string link = hit.document.url;
  const bool has_anchor = !hit.sections.empty() && !hit.sections[0].anchor.empty();
  if (has_anchor && !link.empty() && link.find('#') == link.npos) link += "#" + hit.sections[0].anchor;
  return link;
}

// The best section; with its anchor where no link shows it. Empty for the opening section, and when there is none.
std::string PlaceInHit(const Hit& hit) {
  if (hit.sections.empty() || hit.sections[0].headings.empty()) return {};
  std::string place = "in: " + Joined(hit.sections[0].headings, " > ");
  if (hit.document.url.empty() && !hit.sections[0].anchor.empty()) place += "  (#" + hit.sections[0].anchor + ")";
  return place;
}

std::string PrintHit(std::size_t rank, const Hit& hit, const std::string& remark, const Styles& styles) {
  const std::string number = std::to_string(rank) + ".";
  std::string out = number + std::string(std::max(kIndent.size(), number.size() + 1) - number.size(), ' ');
  const std::string& title = hit.title.value.empty() ? hit.document.object_id : hit.title.value;
  out += TerminalText(title, styles.title);
  if (hit.is_fallback) out += TerminalText("  (" + hit.lang + ")", styles.remark);
  if (hit.promoted) out += TerminalText("  (promoted)", styles.remark);
  if (hit.stale) out += TerminalText("  (may be outdated)", styles.remark);
  if (!remark.empty()) out += TerminalText("  (" + remark + ")", styles.remark);
  out += "\n";
  if (const std::string link = LinkOf(hit); !link.empty()) out += Line(link, styles.link);
  if (const std::string place = PlaceInHit(hit); !place.empty()) out += Line(place, styles.remark);
  if (!hit.snippet.value.empty()) out += Line(hit.snippet.value, styles.text);
  if (hit.explanation) out += PrintHitExplanation(*hit.explanation);
  return out;
}

std::string PrintRemarks(const SearchResponse& response, const Styles& styles) {
  std::string out;
  auto add = [&](std::string_view name, const std::string& value) {
    out += TerminalText(std::string(name) + ": " + value, styles.remark) + "\n";
  };
  for (const Value& data : response.user_data) add("banner", data.string() ? *data.string() : ToJson(data));
  if (!response.applied_rules.empty()) add("rules", Joined(response.applied_rules, ", "));
  if (response.edited_query) add("searched", *response.edited_query);
  if (response.did_you_mean) add("did you mean", response.did_you_mean->query);
  if (response.cut) add("cut", "the deadline passed");
  if (!response.ignored_words.empty()) add("ignored", Joined(response.ignored_words, ", "));
  return out;
}

// A line for each facet: its first values with their counts.
std::string PrintFacets(const std::vector<Facet>& facets, const Styles& styles) {
  constexpr std::size_t kMaxShown = 10;
  std::string out;
  for (const Facet& facet : facets) {
    std::vector<std::string> values;
    for (std::size_t i = 0; i < std::min(facet.values.size(), kMaxShown); ++i) {
      values.push_back(facet.values[i].value + " (" + Grouped(facet.values[i].count) + ")");
    }
    if (facet.values.size() > kMaxShown) values.emplace_back("...");
    out += Line(facet.attribute + ": " + Joined(values, ", "), styles.remark);
  }
  return out;
}

std::string Padded(std::string text, std::size_t width, bool right) {
  const std::size_t used = DisplayWidth(text);
  if (used >= width) return text;
  return right ? std::string(width - used, ' ') + text : text + std::string(width - used, ' ');
}

// Fixed widths, since a batch is answered line by line.
std::string BatchLine(const std::string& id, const std::string& micros, const std::string& hits,
                      const std::string& first) {
  constexpr std::size_t kIdWidth = 12;
  constexpr std::size_t kNumberWidth = 9;
  return Padded(TerminalText(id), kIdWidth, false) + Padded(micros, kNumberWidth, true) +
         Padded(hits, kNumberWidth, true) + "  " + TerminalText(first) + "\n";
}

}  // namespace

HighlightOptions TerminalHighlight() {
  return {.pre_tag = std::string(kMarkBegin), .post_tag = std::string(kMarkEnd), .escape = Escape::kNone};
}

std::string PrintResponse(const SearchResponse& response, bool colors) {
  const Styles& styles = colors ? kColors : kNoColors;
  std::string out = PrintHead(response, styles);
  if (response.redirect) out += Line("-> " + response.redirect->url, styles.link);
  for (std::size_t i = 0; i < response.hits.size(); ++i) out += PrintHit(i + 1, response.hits[i], "", styles);
  out += PrintFacets(response.facets, styles);
  out += PrintRemarks(response, styles);
  if (response.explanation) out += PrintExplanation(*response.explanation);
  return out;
}

std::string PrintHit(std::size_t rank, const Hit& hit, const std::string& remark, bool colors) {
  return PrintHit(rank, hit, remark, colors ? kColors : kNoColors);
}

std::string PrintBatchHead() { return BatchLine("id", "µs", "hits", "first hit"); }

std::string PrintBatchLine(const std::string& id, const SearchResponse& response) {
  std::string first = "-";
  if (response.redirect) {
    first = "-> " + response.redirect->url;
  } else if (!response.hits.empty()) {
    const Hit& hit = response.hits.front();
    first = hit.document.object_id + "  " + hit.document.title;
  }
  return BatchLine(id, std::to_string(response.processing_time_us), std::to_string(response.hit_count), first);
}

}  // namespace signpost::cli
