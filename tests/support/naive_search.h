// SPDX-License-Identifier: Apache-2.0
// naive_search.h — a search that reads every document and compares every word: the oracle for which documents are hits.
//
// It shares with the library the analyser, the reading of the query, the cost of a typo and the definitions (which
// alternatives a word has, what a hit is), and nothing of how they are found: no lexicon, no postings, no segments, no
// edit-distance automaton.
#ifndef SIGNPOST_TESTS_SUPPORT_NAIVE_SEARCH_H_
#define SIGNPOST_TESTS_SUPPORT_NAIVE_SEARCH_H_

#include <signpost/document.h>
#include <signpost/search.h>
#include <signpost/settings.h>

#include <set>
#include <string>
#include <vector>

// Returns the object_ids of the hits of a request among `documents`, all of language `lang` and for everybody, without
// synonyms and rules. The searchable attributes are among title, headings, body and keywords.
std::set<std::string> NaiveSearch(const std::vector<signpost::Document>& documents, const std::string& lang,
                                  const signpost::SearchRequest& request, const signpost::Settings& settings);

#endif  // SIGNPOST_TESTS_SUPPORT_NAIVE_SEARCH_H_
