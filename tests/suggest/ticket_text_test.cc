// SPDX-License-Identifier: Apache-2.0
// What of a mail is the problem.
//
// 1. Greetings, farewells, names, device lines, courtesies and legal footers go, in every language of the tables.
// 2. Quoted lines go, and older mails below an attribution, a separator or a header; what stands between quotations stays.
// 3. An older mail that the writer added next to nothing to is the matter.
// 4. The subject of an answer counts only when the body says nothing.
// 5. Sentences are byte ranges of what was sent: their text stands there, in any bytes; they ascend and do not overlap.
#include "suggest/ticket_text.h"

#include <random>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "support/seed.h"

namespace {

using signpost::TicketPart;
using signpost::suggest::FindProblem;

std::vector<std::string> Problem(const std::string& subject, const std::string& body) {
  std::vector<std::string> out;
  for (const auto& sentence : FindProblem(subject, body)) {
    out.push_back((sentence.part == TicketPart::kSubject ? subject : body).substr(sentence.begin, sentence.end - sentence.begin));
  }
  return out;
}
using Sentences = std::vector<std::string>;

TEST_CASE("Problem: greetings and farewells go", "[suggest]") {
  CHECK(Problem("", "Hi there,\n\nWhere is my parcel?\n\nKind regards\nDana Miller\nMiller & Sons\n") == Sentences{"Where is my parcel?"});
  CHECK(Problem("", "Dear Mr Rosa Lopez: my boots leak. Thanks, Kyle") == Sentences{"my boots leak."});
  CHECK(Problem("", "Hola, buenas tardes:\n¿Dónde está mi paquete?\nUn cordial saludo,\nMaite") == Sentences{"¿Dónde está mi paquete?"});
  CHECK(Problem("", "Prezados, a bota descolou.\nAtenciosamente\nDirceu Ramos\n(41) 5555-0100") == Sentences{"a bota descolou."});
  CHECK(Problem("", "您好，我的包裹还没到。\n谢谢！\n此致\n敬礼\n王慧") == Sentences{"我的包裹还没到。"});
  CHECK(Problem("", "Sehr geehrte Damen und Herren,\nmein Paket fehlt.\nMit freundlichen Grüßen\nJan") == Sentences{"mein Paket fehlt."});
  CHECK(Problem("", "Bonjour,\nmon colis est perdu.\nCordialement,\nLuc") == Sentences{"mon colis est perdu."});
}

TEST_CASE("Problem: what only sounds like a farewell stays", "[suggest]") {
  CHECK(Problem("", "It broke. Thanks for nothing, where is my refund now?") ==
        Sentences{"It broke.", "Thanks for nothing, where is my refund now?"});
  CHECK(Problem("", "The best boots I had are too small.") == Sentences{"The best boots I had are too small."});
  CHECK(Problem("", "Where is it?\nThanks\nTom\n\nPS: the order number that you gave me does not work on your page at all") ==
        Sentences{"Where is it?", "PS: the order number that you gave me does not work on your page at all"});
}

TEST_CASE("Problem: signatures, device lines and footers go", "[suggest]") {
  CHECK(Problem("", "My tent has a hole.\n-- \nDana\nTel. 555-0188") == Sentences{"My tent has a hole."});
  CHECK(Problem("", "My tent has a hole.\n\nSent from my iPhone") == Sentences{"My tent has a hole."});
  CHECK(Problem("", "Minha barraca furou.\n\nEnviado do meu iPhone") == Sentences{"Minha barraca furou."});
  CHECK(Problem("", "帐篷破了。\n发自我的iPhone") == Sentences{"帐篷破了。"});
  CHECK(Problem("", "My tent has a hole.\n\nCONFIDENTIALITY NOTICE: This e-mail is\nfor the intended recipient.\n\nCan you fix it?") ==
        Sentences{"My tent has a hole.", "Can you fix it?"});
}

TEST_CASE("Problem: quoted mails go", "[suggest]") {
  const std::string own = "The lantern came broken in forty pieces today.";
  CHECK(Problem("", own + "\n\nOn Tue, Mar 3, 2026 at 9:12 AM Shop <no-reply@shop.example>\nwrote:\n> Track your parcel\n> Gift cards") == Sentences{own});
  CHECK(Problem("", own + "\n\nEl mar, 3 mar 2026, Tienda escribió:\n> Sigue tu pedido") == Sentences{own});
  CHECK(Problem("", own + "\n\nEm ter., 3 de mar. de 2026, Loja escreveu:\n> Acompanhe") == Sentences{own});
  CHECK(Problem("", own + "\n\n在 2026年3月3日，商店 写道：\n> 查询订单") == Sentences{own});
  CHECK(Problem("", own + "\n\n-----Original Message-----\nFrom: Shop\nSent: Monday\n\nTrack your parcel here.") == Sentences{own});
  CHECK(Problem("", own + "\n\nFrom: Shop\nTo: me\nSubject: Shipped\n\nTrack your parcel here.") == Sentences{own});
  CHECK(Problem("", "> Which size is it?\nIt is size ten, the left boot.\n> And the colour?\nThe colour is brown.") ==
        Sentences{"It is size ten, the left boot.", "The colour is brown."});
}

TEST_CASE("Problem: a mail that is only passed on is the matter", "[suggest]") {
  CHECK(Problem("", "see below\n\n---------- Forwarded message ---------\nFrom: Tom\nDate: Monday\n\nMy stove leaks gas at the valve.") ==
        Sentences{"see below", "My stove leaks gas at the valve."});
}

TEST_CASE("Problem: the subject of an answer", "[suggest]") {
  CHECK(Problem("Hole in my tent", "Can you fix it?") == Sentences{"Hole in my tent", "Can you fix it?"});
  CHECK(Problem("RE: Your order has shipped", "It never came.") == Sentences{"It never came."});
  CHECK(Problem("回复：您的包裹已发出", "没有收到。") == Sentences{"没有收到。"});
  CHECK(Problem("Re: Fwd: hole in my tent", "Thanks, Tom") == Sentences{"hole in my tent"});
}

TEST_CASE("Problem: sentences are ranges of any bytes", "[suggest]") {
  const std::uint64_t seed = TestSeed();
  CAPTURE(seed);
  std::mt19937_64 random(seed);
  const std::vector<std::string> pieces = {"Hi ", "\n",  "> ",   "--",    "On ",   "wrote:\n", "From: ", "regards\n", "¿",     "? ",
                                           "。",  "\r\n", "\xff", "谢谢", "parcel ", "is late. ", "\xe2\x82", ", ", "Sent from my ", "\t"};
  for (int round = 0; round < 3000; ++round) {
    std::string body;
    for (std::size_t n = random() % 30; n > 0; --n) body += pieces[random() % pieces.size()];
    std::string subject;
    for (std::size_t n = random() % 4; n > 0; --n) subject += pieces[random() % pieces.size()];
    CAPTURE(subject, body);
    std::size_t last = 0;
    bool in_body = false;
    for (const auto& sentence : FindProblem(subject, body)) {
      if (sentence.part == TicketPart::kBody && !in_body) last = 0;
      in_body = sentence.part == TicketPart::kBody;
      REQUIRE(sentence.begin >= last);
      REQUIRE(sentence.begin < sentence.end);
      REQUIRE(sentence.end <= (in_body ? body : subject).size());
      last = sentence.end;
    }
  }
}

}  // namespace
