// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include <signpost/dialect.h>

#include "dialect/document_writer.h"
#include "dialect/json_writer.h"

namespace signpost::inline v0 {

namespace {

using dialect::JsonWriter;

// Members of a hit that an attribute of the same name gives way to.
constexpr std::string_view kHitMembers[] = {
    "objectID",         "title",  "url",       "lang",      "keywords",       "body",    "_audiences",
    "_highlightResult", "_score", "_sections", "_promoted", "_snippetResult", "_explain"};

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

// Nothing for a hit of a search that highlights nothing.
void WriteHighlights(const Hit& hit, JsonWriter* writer) {
  if (hit.title.value.empty() && hit.headings.empty() && hit.snippet.value.empty()) return;
  writer->Key("_highlightResult").BeginObject().Key("title");
  WriteHighlight(hit.title, writer);
  if (!hit.headings.empty()) {
    writer->Key("headings").BeginArray();
    for (const HighlightedText& heading : hit.headings) WriteHighlight(heading, writer);
    writer->EndArray();
  }
  writer->EndObject().Key("_snippetResult").BeginObject().Key("body");
  WriteSnippet(hit.snippet, writer);
  writer->EndObject();
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
  if (hit.promoted) writer->Key("_promoted").Bool(true);
  if (hit.explanation) {
    writer->Key("_explain");
    WriteHitExplanation(*hit.explanation, writer);
  }
  writer->EndObject();
}

void WriteExplainedWord(const ExplainedWord& word, JsonWriter* writer) {
  writer->BeginObject().Key("text").String(word.text).Key("lang").String(word.lang);
  writer->Key("information").Number(word.information);
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

// Rules: where to go, what to show, and which of them did it.
void WriteConsequences(const SearchResponse& response, JsonWriter* writer) {
  writer->Key("renderingContent").BeginObject();
  if (response.redirect) {
    writer->Key("redirect").BeginObject().Key("url").String(response.redirect->url).EndObject();
  }
  writer->EndObject();
  if (!response.user_data.empty()) {
    writer->Key("userData").BeginArray();
    for (const Value& data : response.user_data) writer->Any(data);
    writer->EndArray();
  }
  if (!response.applied_rules.empty()) {
    writer->Key("appliedRules").BeginArray();
    for (const std::string& rule : response.applied_rules) {
      writer->BeginObject().Key("objectID").String(rule).EndObject();
    }
    writer->EndArray();
  }
}

}  // namespace

std::string ToJson(const SearchResponse& response) {
  JsonWriter writer;
  writer.BeginObject().Key("hits").BeginArray();
  for (const Hit& hit : response.hits) WriteHit(hit, &writer);
  writer.EndArray().Key("nbHits").Integer(Count(response.hit_count)).Key("page").Integer(response.page);
  writer.Key("nbPages").Integer(response.page_count).Key("hitsPerPage").Integer(response.hits_per_page);
  writer.Key("processingTimeMS").Integer((response.processing_time_us + 500) / 1000);
  writer.Key("processingTimeMicros").Integer(response.processing_time_us);
  writer.Key("query").String(response.query).Key("params").String("").Key("exhaustiveNbHits").Bool(!response.cut);
  WriteConsequences(response, &writer);
  if (response.did_you_mean) {
    writer.Key("didYouMean").BeginObject().Key("query").String(response.did_you_mean->query);
    writer.Key("confidence").Number(response.did_you_mean->confidence).EndObject();
  }
  if (response.cut) writer.Key("cut").BeginObject().Key("reason").String("deadline").EndObject();
  if (!response.ignored_words.empty()) writer.Key("ignoredWords").Strings(response.ignored_words);
  if (response.explanation) {
    writer.Key("explain");
    WriteExplanation(*response.explanation, &writer);
  }
  return writer.EndObject().Take();
}

std::string ToJson(const IndexStats& stats) {
  JsonWriter writer;
  writer.BeginObject().Key("documents").Integer(Count(stats.documents)).Key("sections").Integer(Count(stats.sections));
  writer.Key("tokens").Integer(Count(stats.tokens)).Key("terms").Integer(Count(stats.terms));
  writer.Key("synonyms").Integer(Count(stats.synonyms)).Key("rules").Integer(Count(stats.rules));
  writer.Key("bytes").Integer(Count(stats.memory.mapped + stats.memory.heap));
  writer.Key("heapBytes").Integer(Count(stats.memory.heap)).Key("parts").BeginArray();
  for (const PartMemory& part : stats.memory.parts) {
    writer.BeginObject().Key("name").String(part.name).Key("bytes").Integer(Count(part.mapped + part.heap));
    writer.Key("heapBytes").Integer(Count(part.heap)).EndObject();
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
