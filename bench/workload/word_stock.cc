// SPDX-License-Identifier: Apache-2.0
#include "word_stock.h"

#include <algorithm>
#include <stdexcept>

namespace bench {
namespace {

constexpr std::size_t kLongWordLetters = 10;

// The commonest characters of Chinese, and kana.
constexpr const char* kCommonCharacters[] = {"的", "一", "是", "不", "了", "在", "人", "有", "我", "他",
                                             "这", "中", "大", "来", "上", "国", "个", "到", "说", "们",
                                             "の", "に", "は", "を", "た", "が", "で", "ア", "ス", "ン"};

// U+2E80 and above take three bytes: E2 BA 80 and on.
bool BeginsCharacter(unsigned char byte) { return byte >= 0xE3 && byte <= 0xEF; }

bool IsWordByte(unsigned char byte) {
  return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || (byte >= '0' && byte <= '9');
}

std::vector<std::string> CommonestFirst(const std::map<std::string, std::int64_t>& counts) {
  std::vector<std::string> words;
  words.reserve(counts.size());
  for (const auto& [word, count] : counts) words.push_back(word);
  std::stable_sort(words.begin(), words.end(),
                   [&](const std::string& a, const std::string& b) { return counts.at(a) > counts.at(b); });
  return words;
}

}  // namespace

void WordStock::Read(std::string_view text) {
  std::string word;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    if (IsWordByte(byte)) {
      word += byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte + ('a' - 'A')) : text[i];
      continue;
    }
    if (!word.empty()) ++counts_[std::move(word)];
    word.clear();
    if (BeginsCharacter(byte) && i + 3 <= text.size()) {
      ++character_counts_[std::string(text.substr(i, 3))];
      i += 2;
    }
  }
  if (!word.empty()) ++counts_[std::move(word)];
}

void WordStock::Close() {
  if (counts_.empty()) throw std::runtime_error("no word in the passages");
  words_ = CommonestFirst(counts_);
  std::copy_if(words_.begin(), words_.end(), std::back_inserter(long_words_),
               [](const std::string& word) { return word.size() >= kLongWordLetters; });
  characters_ = CommonestFirst(character_counts_);
  if (characters_.empty()) characters_.assign(std::begin(kCommonCharacters), std::end(kCommonCharacters));
  counts_.clear();
  character_counts_.clear();
}

const std::string& WordStock::Common(std::size_t count, std::mt19937_64& random) const {
  return words_[Below(std::min(count, words_.size()), random)];
}

const std::string& WordStock::Any(std::mt19937_64& random) const { return words_[Below(words_.size(), random)]; }

const std::string& WordStock::Long(std::mt19937_64& random) const {
  return long_words_.empty() ? Any(random) : long_words_[Below(long_words_.size(), random)];
}

const std::string& WordStock::Character(std::mt19937_64& random) const {
  return characters_[Below(characters_.size(), random)];
}

}  // namespace bench
