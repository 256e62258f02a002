// SPDX-License-Identifier: Apache-2.0
// article_responses.cc — articles for tickets, suggestions, related articles and near-duplicates as they are answered.
#include <algorithm>
#include <array>

#include <signpost/dialect.h>

#include "dialect/document_writer.h"
#include "dialect/json_writer.h"

namespace signpost::inline v0 {

namespace {

using dialect::JsonWriter;

// Members of an article that an attribute of the same name gives way to.
constexpr std::array<std::string_view, 12> kMembers = {"objectID", "title",      "url",    "lang",   "keywords", "body",
                                                       "_audiences", "_lang", "_score", "_confidence", "_anchor", "_sentences"};

void WriteArticle(const Document& document, JsonWriter* writer) {
  dialect::WriteDocumentHead(document, writer);
  for (const Attribute& attribute : document.attributes) {
    if (std::find(kMembers.begin(), kMembers.end(), attribute.name) != kMembers.end()) continue;
    writer->Key(attribute.name).Any(attribute.value);
  }
}

void WriteSentences(const std::vector<TicketSentence>& sentences, JsonWriter* writer) {
  writer->BeginArray();
  for (const TicketSentence& sentence : sentences) {
    writer->BeginObject().Key("part").String(sentence.part == TicketPart::kSubject ? "subject" : "body");
    writer->Key("begin").Integer(static_cast<std::int64_t>(sentence.begin));
    writer->Key("end").Integer(static_cast<std::int64_t>(sentence.end));
    writer->Key("text").String(sentence.text).EndObject();
  }
  writer->EndArray();
}

void WriteTime(std::int64_t micros, JsonWriter* writer) {
  writer->Key("processingTimeMS").Integer(micros / 1000);
  writer->Key("processingTimeMicros").Integer(micros);
}

}  // namespace

std::string ToJson(const TicketResponse& response) {
  JsonWriter writer;
  writer.BeginObject().Key("articles").BeginArray();
  for (const TicketArticle& article : response.articles) {
    writer.BeginObject();
    WriteArticle(article.document, &writer);
    if (article.is_fallback) writer.Key("_lang").String(article.lang);
    writer.Key("_confidence").Number(article.confidence).Key("_score").Number(article.score);
    if (!article.anchor.empty()) writer.Key("_anchor").String(article.anchor);
    WriteSentences(article.sentences, &writer.Key("_sentences"));
    writer.EndObject();
  }
  writer.EndArray().Key("confidence").Number(response.confidence);
  WriteSentences(response.problem, &writer.Key("problem"));
  if (response.cut) writer.Key("cut").BeginObject().Key("reason").String("deadline").EndObject();
  WriteTime(response.processing_time_us, &writer);
  writer.EndObject();
  return writer.Take();
}

std::string ToJson(const SuggestResponse& response) {
  JsonWriter writer;
  writer.BeginObject().Key("suggestions").BeginArray();
  for (const Suggestion& suggestion : response.suggestions) {
    writer.BeginObject().Key("query").String(suggestion.query);
    if (!suggestion.object_id.empty()) writer.Key("objectID").String(suggestion.object_id);
    if (!suggestion.lang.empty()) writer.Key("lang").String(suggestion.lang);
    const bool popular = suggestion.kind == SuggestionKind::kPopular;
    writer.Key("kind").String(popular ? "popular" : suggestion.kind == SuggestionKind::kTitle ? "title" : "heading");
    if (popular) writer.Key("count").Integer(static_cast<std::int64_t>(suggestion.count));
    writer.Key("_highlightResult").BeginObject().Key("query").BeginObject().Key("value").String(suggestion.highlighted);
    writer.EndObject().EndObject().EndObject();
  }
  writer.EndArray();
  WriteTime(response.processing_time_us, &writer);
  writer.EndObject();
  return writer.Take();
}

std::string ToJson(const RelatedResponse& response) {
  JsonWriter writer;
  writer.BeginObject().Key("hits").BeginArray();
  for (const RelatedArticle& article : response.articles) {
    writer.BeginObject();
    WriteArticle(article.document, &writer);
    writer.Key("_score").Number(article.score).EndObject();
  }
  writer.EndArray();
  if (!response.lang.empty()) writer.Key("lang").String(response.lang);
  WriteTime(response.processing_time_us, &writer);
  writer.EndObject();
  return writer.Take();
}

std::string ToJson(const NearDuplicatesResponse& response) {
  JsonWriter writer;
  writer.BeginObject().Key("pairs").BeginArray();
  for (const NearDuplicate& pair : response.pairs) {
    writer.BeginObject().Key("objectIDs").Strings({pair.object_id, pair.other_object_id});
    writer.Key("titles").Strings({pair.title, pair.other_title});
    if (!pair.lang.empty()) writer.Key("lang").String(pair.lang);
    writer.Key("similarity").Number(pair.similarity).EndObject();
  }
  writer.EndArray().Key("nbPairs").Integer(static_cast<std::int64_t>(response.pair_count));
  if (response.cut) writer.Key("cut").BeginObject().Key("reason").String("limit").EndObject();
  WriteTime(response.processing_time_us, &writer);
  writer.EndObject();
  return writer.Take();
}

}  // namespace signpost::inline v0
