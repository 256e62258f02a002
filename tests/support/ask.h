// SPDX-License-Identifier: Apache-2.0
// ask.h — an index of a few documents and its answers, for tests through the public API.
#ifndef SIGNPOST_TESTS_SUPPORT_ASK_H_
#define SIGNPOST_TESTS_SUPPORT_ASK_H_

#include <signpost/signpost.h>

#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

inline signpost::Index BuildIndex(const std::vector<signpost::Document>& documents,
                                  signpost::Settings settings = {.language = "en"}) {
  auto builder = signpost::IndexBuilder::Create(std::move(settings));
  if (!builder.ok()) throw std::runtime_error("settings are refused");
  for (const signpost::Document& document : documents) {
    if (!builder->Add(document).ok()) throw std::runtime_error("document " + document.object_id + " is refused");
  }
  auto index = std::move(*builder).Build();
  if (!index.ok()) throw std::runtime_error("an index is not built");
  return *std::move(index);
}

inline signpost::SearchResponse Ask(const signpost::Index& index, const signpost::Audience& audience,
                                    const signpost::SearchRequest& request) {
  auto response = index.Search(audience, request);
  if (!response.ok()) throw std::runtime_error("the request is refused: " + request.query.substr(0, 100));
  return *std::move(response);
}
inline signpost::SearchResponse Ask(const signpost::Index& index, const signpost::SearchRequest& request) {
  return Ask(index, signpost::Audience::Public(), request);
}

// The object_ids of the hits, best first.
inline std::vector<std::string> Ids(const signpost::SearchResponse& response) {
  std::vector<std::string> out;
  for (const signpost::Hit& hit : response.hits) out.push_back(hit.document.object_id);
  return out;
}
inline std::vector<std::string> Ids(const signpost::Index& index, const signpost::SearchRequest& request) {
  return Ids(Ask(index, request));
}

// An English article.
inline signpost::Document Article(std::string id, std::string title, std::string body = {}) {
  return {.object_id = std::move(id), .lang = "en", .title = std::move(title), .sections = {{.text = std::move(body)}}};
}

#endif  // SIGNPOST_TESTS_SUPPORT_ASK_H_
