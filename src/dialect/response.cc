// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>

#include <signpost/dialect.h>

#include "dialect/document_writer.h"
#include "dialect/faceting_settings.h"
#include "dialect/facets.h"
#include "dialect/json_writer.h"

namespace signpost::inline v0 {

namespace {

using dialect::JsonWriter;

// Members of a hit that an attribute of the same name gives way to.
constexpr std::string_view kHitMembers[] = {
    "objectID",      "title",  "url",       "lang",      "keywords",       "body",     "_audiences", "_highlightResult",
    "_moreSnippets", "_score", "_sections", "_promoted", "_snippetResult", "_explain", "_lang",      "_rankingInfo",
    "_stale"};

std::string_view MatchLevelName(MatchLevel level) {
  switch (level) {
    case MatchLevel::kNone:
      return "none";
    case MatchLevel::kPartial:
      return "partial";
    case MatchLevel::kFull:
      return "full";
  }
  return "none";
}

constexpr double kMostExact = 9007199254740992;  // 2^53

std::int64_t Count(std::uint64_t count) { return static_cast<std::int64_t>(count); }

void WriteHighlight(const HighlightedText& text, JsonWriter* writer) {
  writer->BeginObject().Key("value").String(text.value);
  writer->Key("matchLevel").String(MatchLevelName(text.match_level));
  if (text.match_level != MatchLevel::kNone) writer->Key("fullyHighlighted").Bool(text.fully_highlighted);
  writer->Key("matchedWords").Strings(text.matched_words).EndObject();
}

// Without matchedWords: typed clients tell highlights from snippets by it.
void WriteSnippet(const HighlightedText& text, JsonWriter* writer) {
  writer->BeginObject().Key("value").String(text.value);
  writer->Key("matchLevel").String(MatchLevelName(text.match_level)).EndObject();
}

// The values of an attribute as they nest in the document.
template <typename Write>
void WriteShape(const Value& shape, const std::vector<HighlightedText>& values, Write write, JsonWriter* writer) {
  if (const Value::Array* array = shape.array()) {
    writer->BeginArray();
    for (const Value& element : *array) WriteShape(element, values, write, writer);
    writer->EndArray();
  } else if (const Value::Object* object = shape.object()) {
    writer->BeginObject();
    for (const Attribute& member : *object) {
      writer->Key(member.name);
      WriteShape(member.value, values, write, writer);
    }
    writer->EndObject();
  } else {
    const std::int64_t* number = shape.integer();
    const bool known = number != nullptr && *number >= 0 && static_cast<std::size_t>(*number) < values.size();
    write(known ? values[static_cast<std::size_t>(*number)] : HighlightedText{}, writer);
  }
}

void WriteSnippetPlace(const Snippet& snippet, JsonWriter* writer) {
  writer->BeginObject().Key("value").String(snippet.value);
  writer->Key("matchLevel").String(MatchLevelName(snippet.match_level));
  if (!snippet.anchor.empty()) writer->Key("anchor").String(snippet.anchor);
  if (!snippet.headings.empty()) writer->Key("headings").Strings(snippet.headings);
  writer->EndObject();
}

void WriteSnippets(const Hit& hit, JsonWriter* writer) {
  writer->Key("_snippetResult").BeginObject();
  for (const HighlightedAttribute& attribute : hit.snippets) {
    writer->Key(attribute.name);
    WriteShape(attribute.shape, attribute.values, WriteSnippet, writer);
  }
  if (!hit.snippet.value.empty()) {
    writer->Key("body");
    WriteSnippetPlace(hit.snippet, writer);
  }
  writer->EndObject();
  if (hit.more_snippets.empty()) return;
  writer->Key("_moreSnippets").BeginArray();
  for (const Snippet& snippet : hit.more_snippets) WriteSnippetPlace(snippet, writer);
  writer->EndArray();
}

// Nothing for a hit of a search that highlights nothing.
void WriteHighlights(const Hit& hit, JsonWriter* writer) {
  if (hit.title.value.empty() && hit.headings.empty() && hit.snippet.value.empty() && hit.highlights.empty() &&
      hit.snippets.empty()) {
    return;
  }
  writer->Key("_highlightResult").BeginObject();
  if (!hit.title.value.empty()) {
    writer->Key("title");
    WriteHighlight(hit.title, writer);
  }
  if (!hit.headings.empty()) {
    writer->Key("headings").BeginArray();
    for (const HighlightedText& heading : hit.headings) WriteHighlight(heading, writer);
    writer->EndArray();
  }
  for (const HighlightedAttribute& attribute : hit.highlights) {
    writer->Key(attribute.name);
    WriteShape(attribute.shape, attribute.values, WriteHighlight, writer);
  }
  writer->EndObject();
  WriteSnippets(hit, writer);
}

void WriteRankingInfo(const RankingInfo& info, JsonWriter* writer) {
  writer->BeginObject().Key("nbTypos").Integer(Count(info.typos)).Key("words").Integer(Count(info.words));
  writer->Key("nbExactWords").Integer(Count(info.exact_words));
  writer->Key("proximityDistance").Integer(Count(info.proximity_distance));
  writer->Key("firstMatchedWord").Integer(Count(info.first_matched_word));
  // Typed clients want integers.
  writer->Key("userScore").Integer(std::llround(std::clamp(info.user_score, -kMostExact, kMostExact)));
  writer->Key("geoDistance").Integer(0).Key("filters").Integer(0).EndObject();
}

void WriteSectionHits(const std::vector<SectionHit>& sections, JsonWriter* writer) {
  writer->Key("_sections").BeginArray();
  for (const SectionHit& section : sections) {
    writer->BeginObject().Key("anchor").String(section.anchor);
    writer->Key("headings").Strings(section.headings).Key("score").Number(section.score).EndObject();
  }
  writer->EndArray();
}

void WriteHitExplanation(const HitExplanation& explanation, JsonWriter* writer) {
  writer->BeginObject().Key("wordScores").BeginArray();
  for (const ExplainedWordScore& word : explanation.word_scores) {
    writer->BeginObject().Key("word").String(word.word).Key("matched").String(word.matched);
    writer->Key("kind").String(AlternativeKindName(word.kind)).Key("score").Number(word.score).EndObject();
  }
  writer->EndArray().Key("proximity").Number(explanation.proximity);
  writer->Key("titleFactor").Number(explanation.title_factor);
  if (explanation.language_factor != 1) writer->Key("languageFactor").Number(explanation.language_factor);
  if (explanation.boost != 1) writer->Key("boost").Number(explanation.boost);
  writer->Key("matchedInformation").Number(explanation.matched_information);
  writer->Key("words").Integer(Count(explanation.words)).Key("exactWords").Integer(Count(explanation.exact_words));
  writer->Key("typos").Integer(Count(explanation.typos)).Key("distance").Integer(Count(explanation.distance));
  writer->Key("attribute").String(explanation.attribute);
  writer->Key("score").Number(explanation.score).EndObject();
}

std::string BodyOf(const Document& document) {
  std::string body;
  for (const Section& section : document.sections) {
    if (section.text.empty()) continue;
    if (!body.empty()) body += '\n';
    body += section.text;
  }
  return body;
}

void WriteHit(const Hit& hit, JsonWriter* writer) {
  writer->BeginObject();
  dialect::WriteDocumentHead(hit.document, writer);
  for (const Attribute& attribute : hit.document.attributes) {
    bool taken = std::find(std::begin(kHitMembers), std::end(kHitMembers), attribute.name) != std::end(kHitMembers);
    if (!taken) writer->Key(attribute.name).Any(attribute.value);
  }
  if (!hit.document.sections.empty()) writer->Key("body").String(BodyOf(hit.document));
  WriteHighlights(hit, writer);
  if (!hit.sections.empty()) WriteSectionHits(hit.sections, writer);
  writer->Key("_score").Number(hit.score);
  if (hit.is_fallback) writer->Key("_lang").String(hit.lang);
  if (hit.promoted) writer->Key("_promoted").Bool(true);
  if (hit.stale) writer->Key("_stale").Bool(true);
  if (hit.ranking_info) {
    writer->Key("_rankingInfo");
    WriteRankingInfo(*hit.ranking_info, writer);
  }
  if (hit.explanation) {
    writer->Key("_explain");
    WriteHitExplanation(*hit.explanation, writer);
  }
  writer->EndObject();
}

void WriteExplainedWord(const ExplainedWord& word, JsonWriter* writer) {
  writer->BeginObject().Key("text").String(word.text).Key("lang").String(word.lang);
  writer->Key("information").Number(word.information).Key("weight").Number(word.weight);
  writer->Key("stopWord").Bool(word.stop_word).Key("ignored").Bool(word.ignored);
  writer->Key("alternatives").BeginArray();
  for (const ExplainedAlternative& alternative : word.alternatives) {
    writer->BeginObject().Key("text").String(alternative.text);
    writer->Key("kind").String(AlternativeKindName(alternative.kind)).Key("edits").Integer(alternative.edits);
    writer->Key("weight").Number(alternative.weight);
    writer->Key("documentCount").Integer(Count(alternative.document_count)).EndObject();
  }
  writer->EndArray().EndObject();
}

void WriteExplanation(const Explanation& explanation, JsonWriter* writer) {
  writer->BeginObject().Key("words").BeginArray();
  for (const ExplainedWord& word : explanation.words) WriteExplainedWord(word, writer);
  writer->EndArray().Key("steps").Strings(explanation.steps).EndObject();
}

std::string_view AnswerKindName(AnswerKind kind) {
  switch (kind) {
    case AnswerKind::kText:
      return "text";
    case AnswerKind::kSteps:
      return "steps";
    case AnswerKind::kList:
      return "list";
    case AnswerKind::kTableRow:
      return "tableRow";
  }
  return "text";
}

void WriteAnswer(const Answer& answer, JsonWriter* writer) {
  writer->BeginObject().Key("objectID").String(answer.object_id);
  if (!answer.lang.empty()) writer->Key("lang").String(answer.lang);
  if (!answer.title.empty()) writer->Key("title").String(answer.title);
  if (!answer.url.empty()) writer->Key("url").String(answer.url);
  writer->Key("anchor").String(answer.anchor).Key("headings").Strings(answer.headings);
  writer->Key("kind").String(AnswerKindName(answer.kind)).Key("text").String(answer.text);
  writer->Key("confidence").Number(answer.confidence);
  if (!answer.evidence.empty()) {
    writer->Key("evidence").BeginObject();
    for (const AnswerEvidence& evidence : answer.evidence) writer->Key(evidence.name).Number(evidence.value);
    writer->EndObject();
  }
  writer->EndObject();
}

// Writes the members of a response that are wanted.
class ResponseWriter {
 public:
  ResponseWriter(const SearchResponse& response, const std::vector<std::string>& fields)
      : response_(response), fields_(fields), all_(IsNamed("*")) {}

  std::string Write() {
    writer_.BeginObject();
    if (Starts("hits")) {
      writer_.BeginArray();
      for (const Hit& hit : response_.hits) WriteHit(hit, &writer_);
      writer_.EndArray();
    }
    Integer("nbHits", Count(response_.hit_count));
    Integer("page", response_.page);
    Integer("nbPages", response_.page_count);
    Integer("hitsPerPage", response_.hits_per_page);
    if (response_.range) {
      Integer("offset", response_.range->offset);
      Integer("length", response_.range->length);
    }
    Integer("processingTimeMS", (response_.processing_time_us + 500) / 1000);
    Integer("processingTimeMicros", response_.processing_time_us);
    if (Starts("query")) writer_.String(response_.query);
    if (response_.edited_query && Starts("parsedQuery")) writer_.String(*response_.edited_query);
    if (Starts("params")) writer_.String("");
    if (Starts("exhaustiveNbHits")) writer_.Bool(!response_.cut && response_.exact_hit_count);
    WriteCounts();
    WriteConsequences();
    WriteRemarks();
    if (response_.explanation && Starts("explain")) WriteExplanation(*response_.explanation, &writer_);
    return writer_.EndObject().Take();
  }

 private:
  bool IsNamed(std::string_view name) const { return std::find(fields_.begin(), fields_.end(), name) != fields_.end(); }

  // Writes the name of a member, if it is wanted.
  bool Starts(std::string_view name) {
    const bool wanted = all_ || IsNamed(name);
    if (wanted) writer_.Key(name);
    return wanted;
  }

  void Integer(std::string_view name, std::int64_t value) {
    if (Starts(name)) writer_.Integer(value);
  }

  void WriteCounts() {
    if (response_.facets.empty()) return;
    if (Starts("facets")) dialect::WriteFacets(response_.facets, &writer_);
    if (Starts("facets_stats")) dialect::WriteFacetStats(response_.facets, &writer_);
    if (Starts("exhaustiveFacetsCount")) writer_.Bool(!response_.cut);
  }

  // Rules: where to go, what to show, and which of them did it.
  void WriteConsequences() {
    if (Starts("renderingContent")) {
      writer_.BeginObject();
      if (response_.redirect) {
        writer_.Key("redirect").BeginObject().Key("url").String(response_.redirect->url).EndObject();
      }
      if (response_.facet_ordering != FacetOrdering{}) dialect::WriteFacetOrdering(response_.facet_ordering, &writer_);
      writer_.EndObject();
    }
    if (!response_.user_data.empty() && Starts("userData")) {
      writer_.BeginArray();
      for (const Value& data : response_.user_data) writer_.Any(data);
      writer_.EndArray();
    }
    if (!response_.applied_rules.empty() && Starts("appliedRules")) {
      writer_.BeginArray();
      for (const std::string& rule : response_.applied_rules) {
        writer_.BeginObject().Key("objectID").String(rule).EndObject();
      }
      writer_.EndArray();
    }
  }

  void WriteRemarks() {
    if (response_.did_you_mean && Starts("didYouMean")) {
      writer_.BeginObject().Key("query").String(response_.did_you_mean->query);
      writer_.Key("confidence").Number(response_.did_you_mean->confidence).EndObject();
    }
    if (!response_.answers.empty() && Starts("answers")) {
      writer_.BeginArray();
      for (const Answer& answer : response_.answers) WriteAnswer(answer, &writer_);
      writer_.EndArray();
    }
    if (response_.cut && Starts("cut")) writer_.BeginObject().Key("reason").String("deadline").EndObject();
    if (!response_.ignored_words.empty() && Starts("ignoredWords")) writer_.Strings(response_.ignored_words);
  }

  const SearchResponse& response_;
  const std::vector<std::string>& fields_;
  const bool all_;
  JsonWriter writer_;
};

}  // namespace

std::string ToJson(const SearchResponse& response, const std::vector<std::string>& fields) {
  return ResponseWriter(response, fields).Write();
}

std::string ToJson(const Hit& hit) {
  JsonWriter writer;
  WriteHit(hit, &writer);
  return writer.Take();
}

std::string ToJson(const IndexStats& stats) {
  JsonWriter writer;
  writer.BeginObject().Key("documents").Integer(Count(stats.documents)).Key("sections").Integer(Count(stats.sections));
  writer.Key("tokens").Integer(Count(stats.tokens)).Key("terms").Integer(Count(stats.terms));
  writer.Key("synonyms").Integer(Count(stats.synonyms)).Key("rules").Integer(Count(stats.rules));
  writer.Key("moved").Integer(Count(stats.moved));
  writer.Key("bytes").Integer(Count(stats.memory.mapped + stats.memory.heap));
  writer.Key("heapBytes").Integer(Count(stats.memory.heap)).Key("parts").BeginArray();
  for (const PartMemory& part : stats.memory.parts) {
    writer.BeginObject().Key("name").String(part.name).Key("bytes").Integer(Count(part.mapped + part.heap));
    writer.Key("heapBytes").Integer(Count(part.heap)).EndObject();
  }
  writer.EndArray().Key("columns").BeginArray();
  for (const ColumnSize& column : stats.columns) {
    writer.BeginObject()
        .Key("attribute")
        .String(column.attribute)
        .Key("bytes")
        .Integer(Count(column.bytes))
        .EndObject();
  }
  writer.EndArray().Key("segments").BeginArray();
  for (const SegmentStats& segment : stats.segments) {
    writer.BeginObject().Key("lang").String(segment.lang).Key("audiences").Strings(segment.audiences);
    writer.Key("documents").Integer(Count(segment.documents)).Key("removed").Integer(Count(segment.removed));
    writer.Key("terms").Integer(Count(segment.terms)).Key("tokens").Integer(Count(segment.tokens)).EndObject();
  }
  return writer.EndArray().EndObject().Take();
}

}  // namespace signpost::inline v0
