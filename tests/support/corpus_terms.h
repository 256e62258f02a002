// SPDX-License-Identifier: Apache-2.0
// corpus_terms.h — the terms of a file of articles, one JSON document a line, and how many articles hold each.
#ifndef SIGNPOST_TESTS_SUPPORT_CORPUS_TERMS_H_
#define SIGNPOST_TESTS_SUPPORT_CORPUS_TERMS_H_

#include <signpost/dialect.h>

#include <cstdint>
#include <fstream>
#include <map>
#include <set>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>

#include "text/analyzer.h"
#include "text/language_pack.h"

// By term, the number of texts that hold it.
using TermCounts = std::map<std::string, std::uint32_t>;

// Counts the terms of one text: its title and body, say.
inline void CountText(const signpost::text::Analyzer& analyzer, std::string_view text, TermCounts* counts) {
  signpost::text::TokenList tokens;
  analyzer.Analyze(text, &tokens);
  std::set<std::string> terms;
  for (const auto& token : tokens.tokens) terms.emplace(tokens.Term(token));
  for (const std::string& term : terms) ++(*counts)[term];
}

// Returns false when there is no such file. A line that is no document is an error of the test.
inline bool CountCorpus(const std::string& path, std::string_view lang, TermCounts* counts) {
  std::ifstream in(path);
  if (!in) return false;
  const signpost::text::Analyzer analyzer(signpost::text::FindLanguagePack(lang));
  for (std::string line; std::getline(in, line);) {
    const auto document = signpost::ParseDocument(line);
    if (!document.ok()) throw std::runtime_error(path + ": " + std::string(document.status().message()));
    std::string text = document->title;
    for (const auto& section : document->sections) text += "\n" + section.heading + "\n" + section.text;
    CountText(analyzer, text, counts);
  }
  return true;
}

#endif  // SIGNPOST_TESTS_SUPPORT_CORPUS_TERMS_H_
