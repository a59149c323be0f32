#include "figures/account/wordings.h"

#include <doctest/doctest.h>

using namespace kiosk;
using namespace kiosk::figures;

namespace {

struct Words {
    std::string question = "How old is a child?";
    std::vector<std::string> answers{"Under 18", "Under 16"}; // their ids are a, b
    int right = 0;
    std::string page = "Your eyes are there";
};

std::vector<WordRow> rows_of(std::string const& version, Words const& words, std::string const& language = "en")
{
    std::vector<WordRow> rows{{version, language, "page_seen", "look/eyes", words.page, -1},
                              {version, language, "quiz_right", "travellers/age", words.question, -1}};
    for (std::size_t i = 0; i < words.answers.size(); ++i)
        rows.push_back({version, language, "quiz_answer", std::string("travellers/age/") + static_cast<char>('a' + i),
                        words.answers[i], static_cast<int>(i) == words.right ? 1 : 0});
    return rows;
}

DisplayNames labels_of(Words const& words)
{
    DisplayNames labels;
    labels.item = [words](Measure, std::string_view) { return words.page; };
    labels.question = [words](auto, auto) { return words.question; };
    labels.answers = [words](auto, auto) {
        std::vector<std::string> ids;
        for (std::size_t i = 0; i < words.answers.size(); ++i) ids.emplace_back(1, static_cast<char>('a' + i));
        return ids;
    };
    labels.answer = [words](auto, auto, std::string_view id) {
        return words.answers.at(static_cast<std::size_t>(id.at(0) - 'a'));
    };
    labels.right = [words](auto, auto, std::string_view id) { return std::optional(id.at(0) - 'a' == words.right); };
    return labels;
}

// What an item of an earlier version is counted under, where today's content has other words.
std::string as_worded(Words const& earlier, Words const& today, Measure measure, std::string const& item)
{
    Wordings const wordings(rows_of("1", earlier), labels_of(today));
    std::string kept;
    TallyView row{1, "2026-11-23", kWholeDay, "1", "en", entry(measure).id, item, 1};
    return std::string(wordings.as_worded(row, kept).item);
}

std::string answer_of(Words const& earlier, Words const& today)
{
    return as_worded(earlier, today, Measure::quiz_answer, "travellers/age/a");
}

} // namespace

TEST_CASE("what says the same today is counted as one")
{
    Words const words;
    CHECK(answer_of(words, words) == "travellers/age/a");
    auto mended = words;
    mended.question = "how old, is a child ?";
    mended.answers = {"“Under 18”", "*Under* 16…"};
    mended.page = "Your eyes are there.";
    CHECK(answer_of(words, mended) == "travellers/age/a");
    CHECK(as_worded(words, mended, Measure::page_seen, "look/eyes") == "look/eyes");
    // Of a version that nobody has told words of, nobody knows better.
    Wordings const wordings(rows_of("2", words), labels_of({"Another", {"x", "y"}, 0, "Another"}));
    std::string kept;
    TallyView const row{1, "2026-11-23", kWholeDay, "1", "en", "quiz_answer", "travellers/age/a", 1};
    CHECK(wordings.as_worded(row, kept).item == "travellers/age/a");
}

TEST_CASE("a question that was changed, an answer that was reordered, a right one that is wrong now: each is another")
{
    Words const words;
    auto changed = words;
    changed.question = "How old is a child in the law on pornography?";
    CHECK(answer_of(words, changed) == "travellers/age@1/a");
    auto reordered = words;
    reordered.answers = {"Under 16", "Under 18"};
    reordered.right = 1;
    CHECK(answer_of(words, reordered) == "travellers/age@1/a");
    CHECK(as_worded(words, reordered, Measure::quiz_right, "travellers/age/right") == "travellers/age@1/right");
    CHECK(as_worded(words, reordered, Measure::quiz_left_at, "travellers/age") == "travellers/age@1");
    auto now_wrong = words;
    now_wrong.right = 1;
    CHECK(answer_of(words, now_wrong) == "travellers/age@1/a");
    auto one_more = words;
    one_more.answers.emplace_back("Under 21");
    CHECK(answer_of(words, one_more) == "travellers/age@1/a");
    auto number = words;
    number.page = "1.5 million";
    auto other = words;
    other.page = "15 million";
    CHECK(as_worded(number, other, Measure::page_seen, "look/eyes") == "look/eyes@1");
    CHECK(as_worded(number, other, Measure::visits, "all") == "all");
}

TEST_CASE("versions that said the same earlier are one, named by the first of them")
{
    Words const today;
    auto earlier = today;
    earlier.question = "Who is a child?";
    auto rows = rows_of("1", earlier);
    for (auto const* version : {"2", "3"})
        for (auto& row : rows_of(version, version == std::string("2") ? earlier : today)) rows.push_back(row);
    Wordings const wordings(rows, labels_of(today));
    std::string kept;
    for (auto const& [version, item] : std::map<std::string, std::string>{
             {"1", "travellers/age@1/a"}, {"2", "travellers/age@1/a"}, {"3", "travellers/age/a"}}) {
        TallyView const row{1, "2026-11-23", kWholeDay, version, "fr", "quiz_answer", "travellers/age/a", 1};
        CHECK(wordings.as_worded(row, kept).item == item);
    }
    auto const labels = wordings.labels();
    CHECK(labels.question("travellers", "age") == "How old is a child?");
    CHECK(labels.question("travellers", "age@1") == "Who is a child? (1)");
    CHECK(labels.answer("travellers", "age@1", "b") == "Under 16");
    CHECK(labels.right("travellers", "age@1", "a") == true);
    CHECK(labels.answers("travellers", "age@1") == std::vector<std::string>{"a", "b"});
}

TEST_CASE("words are compared in the language of the staff, where the version has it")
{
    Words const today;
    auto retranslated = today;
    retranslated.question = "Quel âge a un enfant ?";
    auto rows = rows_of("1", today);
    for (auto& row : rows_of("1", retranslated, "fr")) rows.push_back(row);
    Wordings const wordings(rows, labels_of(today)); // whose language is English
    std::string kept;
    TallyView const row{1, "2026-11-23", kWholeDay, "1", "fr", "quiz_answer", "travellers/age/a", 1};
    CHECK(wordings.as_worded(row, kept).item == "travellers/age/a");
}

TEST_CASE("a version's own words as labels of today: its counts are of today, an earlier version's are not")
{
    Words const today;
    auto earlier = today;
    earlier.answers = {"Under 16", "Under 18"};
    auto rows = rows_of("1", earlier);
    for (auto& row : rows_of("2", today)) rows.push_back(row);
    Wordings const wordings(rows, display_names_of_version(rows, "2"));
    std::string kept;
    for (auto const& [version, item] :
         std::map<std::string, std::string>{{"1", "travellers/age@1/a"}, {"2", "travellers/age/a"}}) {
        TallyView const row{1, "2026-11-23", kWholeDay, version, "en", "quiz_answer", "travellers/age/a", 1};
        CHECK(wordings.as_worded(row, kept).item == item);
    }
    CHECK(is_earlier_wording("age@1"));
    CHECK_FALSE(is_earlier_wording("age"));
}
