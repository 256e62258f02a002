// SPDX-License-Identifier: Apache-2.0
// random_documents.h — made-up documents over a small vocabulary, so that random queries match, nearly match and do
// not.
#ifndef SIGNPOST_TESTS_SUPPORT_RANDOM_DOCUMENTS_H_
#define SIGNPOST_TESTS_SUPPORT_RANDOM_DOCUMENTS_H_

#include <signpost/document.h>

#include <random>
#include <string>
#include <vector>

class RandomText {
 public:
  explicit RandomText(std::uint64_t seed) : random_(seed) {}

  std::size_t Below(std::size_t bound) { return static_cast<std::size_t>(random_() % bound); }

  // A word of the vocabulary: plain ones, other forms of them, identifiers, Chinese, words that are written
  // apart and as one.
  std::string Word() {
    static const std::vector<std::string> vocabulary = {"order",        "orders",
                                                        "ordering",     "refund",
                                                        "refunds",      "track",
                                                        "tracking",     "parcel",
                                                        "warranty",     "guarantee",
                                                        "jacket",       "waterproof",
                                                        "return",       "returned",
                                                        "boots",        "the",
                                                        "how",          "to",
                                                        "in",           "delivery",
                                                        "deliver",      "account",
                                                        "password",     "passwords",
                                                        "reset",        "café",
                                                        "naïve",        "Größe",
                                                        "E-404",        "e404",
                                                        "v1.10.2",      "1.10",
                                                        "0x80070005",   "SKIP_BRIDGE",
                                                        "wi-fi",        "wifi",
                                                        "C++",          "订单",
                                                        "退款",         "我的订单",
                                                        "C#",           "box",
                                                        "boxes",        "quickly",
                                                        "quick",        "shipping",
                                                        "shipment",     "address",
                                                        "wi",           "fi",
                                                        "basket",       "ball",
                                                        "ball",         "into",
                                                        "in to",        "track order",
                                                        "basketball",   "basketball",
                                                        "ballet",       "wifispot",
                                                        "sign up form", "track my order",
                                                        "SkipBridge",   "3,000",
                                                        "3 000",        "3000",
                                                        "KT-INS114"};
    return vocabulary[Below(vocabulary.size())];
  }

  std::string Words(std::size_t count) {
    std::string out;
    for (std::size_t i = 0; i < count; ++i) {
      std::string word = Word();
      if (Below(60) == 0) Damage(&word);  // so that some words are known, but rare
      out += (i == 0 ? "" : Below(9) == 0 ? ", " : Below(60) == 0 ? "" : " ") + word;
    }
    return out;
  }

  // One to four words, some of them damaged as people do.
  std::string Query() {
    std::string out;
    for (std::size_t i = 0, n = 1 + Below(4); i < n; ++i) {
      std::string word = Below(12) == 0 ? OtherwiseSpaced() : Word();
      if (Below(2) == 0) Damage(&word);
      out += (i == 0 || Below(10) == 0 ? "" : " ") + word;
    }
    return out;
  }

  // A query with phrases in quotes and with words and phrases behind a minus.
  std::string AdvancedQuery() {
    std::string out = Below(3) == 0 ? "" : Query();
    for (std::size_t i = 0, n = 1 + Below(2); i < n; ++i) {
      out += std::string(" ") + (Below(2) == 0 ? "-" : "");
      out += Below(2) == 0 ? Word() : "\"" + Words(1 + Below(2)) + "\"";
    }
    return out;
  }

  signpost::Document Document(const std::string& object_id, const std::string& lang) {
    signpost::Document out{.object_id = object_id, .lang = lang, .title = Words(1 + Below(4))};
    for (std::size_t s = 0, n = Below(3); s < n; ++s) {
      out.sections.push_back({.anchor = s == 0 ? "" : "s" + std::to_string(s),
                              .heading = s == 0 ? "" : Words(2),
                              .level = s == 0 ? 0 : 2,
                              .text = Words(3 + Below(12)) + "."});
    }
    if (Below(3) == 0) out.keywords.push_back(Word());
    out.attributes.push_back({"votes", static_cast<std::int64_t>(Below(4))});
    return out;
  }

 private:
  // Words of the vocabulary, apart or as one where it has them the other way round.
  std::string OtherwiseSpaced() {
    static const std::vector<std::string> words = {"basket ball", "wi fi spot", "signupform", "trackmyorder",
                                                   "sign upform", "in to",      "howto",      "basketb all"};
    return words[Below(words.size())];
  }

  // Leaves a letter out, adds one, or cuts the word, where it is ASCII.
  void Damage(std::string* word) {
    const std::size_t at = word->size() > 2 ? 1 + Below(word->size() - 1) : 0;
    if (at == 0 || static_cast<unsigned char>((*word)[at]) >= 0x80) return;
    if (static_cast<unsigned char>((*word)[at - 1]) >= 0x80) return;
    switch (Below(3)) {
      case 0:
        word->erase(at, 1);
        break;
      case 1:
        word->insert(at, 1, static_cast<char>('a' + Below(26)));
        break;
      default:
        word->resize(at);
        break;
    }
  }

  std::mt19937_64 random_;
};

#endif  // SIGNPOST_TESTS_SUPPORT_RANDOM_DOCUMENTS_H_
