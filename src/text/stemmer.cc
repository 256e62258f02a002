// SPDX-License-Identifier: Apache-2.0
#include "text/stemmer.h"

#include <memory>
#include <vector>

#include <libstemmer.h>

namespace signpost::text {
namespace {

struct DeleteStemmer {
  void operator()(sb_stemmer* stemmer) const { sb_stemmer_delete(stemmer); }
};

struct ThreadStemmer {
  std::string_view algorithm;
  std::unique_ptr<sb_stemmer, DeleteStemmer> stemmer;  // null when libstemmer does not know the algorithm
};

sb_stemmer* StemmerOfThisThread(std::string_view algorithm) {
  thread_local std::vector<ThreadStemmer> stemmers;  // a thread meets few languages
  for (const ThreadStemmer& s : stemmers) {
    if (s.algorithm == algorithm) return s.stemmer.get();
  }
  const std::string name(algorithm);
  stemmers.push_back({algorithm, std::unique_ptr<sb_stemmer, DeleteStemmer>(sb_stemmer_new(name.c_str(), "UTF_8"))});
  return stemmers.back().stemmer.get();
}

}  // namespace

std::string SnowballStem(std::string_view algorithm, std::string_view word) {
  sb_stemmer* stemmer = StemmerOfThisThread(algorithm);
  if (stemmer == nullptr) return std::string(word);
  const auto* bytes = reinterpret_cast<const sb_symbol*>(word.data());
  const sb_symbol* stem = sb_stemmer_stem(stemmer, bytes, static_cast<int>(word.size()));
  if (stem == nullptr) return std::string(word);  // out of memory
  return std::string(reinterpret_cast<const char*>(stem), static_cast<std::size_t>(sb_stemmer_length(stemmer)));
}

}  // namespace signpost::text
