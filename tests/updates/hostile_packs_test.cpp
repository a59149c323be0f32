// Archives that are malformed, on purpose or by accident: each is refused for its own reason, with a sentence, and
// changes nothing. Where the signature must be valid, it is of a trusted key, as if that had been stolen.
#include "updates/limits.h"
#include "updates/packs.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

using namespace kiosk;
using namespace kiosk::updates;
using namespace test;
using enum kiosk::updates::RefusalReason;

namespace {

struct Hostile {
    std::string name;
    RefusalReason reason;
    std::string bytes;
};

std::string replaced(std::string text, std::string_view what, std::string const& with)
{
    auto const at = text.find(what);
    REQUIRE(at != std::string::npos);
    return text.replace(at, what.size(), with);
}

std::string good_text() { return manifest_text(manifest_of(tiny_files(), 2)); }

// The manifest with a part replaced, rightly signed.
std::string with(std::string_view what, std::string const& instead)
{
    return signed_archive(replaced(good_text(), what, instead), joined(tiny_files()));
}

// A pack of one file of this name, rightly signed.
std::string named(std::string const& path)
{
    Files const files{{path, "x = 1\n"}};
    return archive_of(files, 2);
}

std::string with_byte(std::string bytes, std::size_t at, char value)
{
    bytes[at] = value;
    return bytes;
}

// A whole file under a first line of one's own.
std::string under(std::string const& line, std::string const& good) { return line + "\n" + good.substr(kHeaderBytes); }

// Signatures as they are, and then a text.
std::string behind(std::string const& signatures, std::string const& text)
{
    return fmt::format("kiosk signed 1: signatures {:04}, text {:06}\n{}{}{}", signatures.size(), text.size(),
                       signatures, text, joined(tiny_files()));
}

std::string signature_by(unsigned char key, std::string const& text)
{
    return crypto::signature_text(sign(text, test_key(key)).signatures.front());
}

std::vector<Hostile> hostile_headers()
{
    auto const good = archive_of(tiny_files(), 2);
    return {
        {"an empty file", not_an_archive, ""},
        {"a file of one byte", not_an_archive, "k"},
        {"a header without its last byte", not_an_archive, good.substr(0, kHeaderBytes - 1)},
        {"a zip file", not_an_archive, "PK\x03\x04" + std::string(200, 'x')},
        {"a picture", not_an_archive, "\x89PNG\r\n\x1a\n" + std::string(200, 'x')},
        {"zeros", not_an_archive, std::string(4096, '\0')},
        {"a signature of minisign alone", not_an_archive, signature_by(1, good_text())},
        {"the mark of another case", not_an_archive, with_byte(good, 0, 'K')},
        {"form 2", not_an_archive, under("kiosk signed 2: signatures 0312, text 000412", good)},
        {"a length with a sign", not_an_archive, under("kiosk signed 1: signatures +312, text 000412", good)},
        {"a length with a blank", not_an_archive, under("kiosk signed 1: signatures  312, text 000412", good)},
        {"a text of no length", not_an_archive, under("kiosk signed 1: signatures 0312, text 000000", good)},
        {"a text of a megabyte", too_large, under("kiosk signed 1: signatures 0312, text 999999", good)},
        {"signatures of 9,999 bytes", too_large, under("kiosk signed 1: signatures 9999, text 000412", good)},
        {"a text of one byte more", damaged, behind(signature_by(1, good_text()), good_text() + "\n")},
        {"a file that ends among its signatures", damaged, good.substr(0, kHeaderBytes + 100)},
    };
}

// A signature with one thing replaced.
Hostile signed_otherwise(char const* name, std::string_view what, std::string const& with_this)
{
    return {name, damaged, behind(replaced(signature_by(1, good_text()), what, with_this), good_text())};
}

std::vector<Hostile> hostile_signatures()
{
    auto const text = good_text();
    auto const one = signature_by(1, text);
    auto const strangers = signature_by(7, text);
    auto const keys = key_list_text(key_list(2, {3}));
    auto renamed = sign(text, test_key(7));
    renamed.signatures.front().number = test_key(1).number;
    auto no_comment = sign(text, test_key(1));
    no_comment.signatures.front().comment = "another";
    return {
        {"nobody's signature", unsigned_file, behind("", text)},
        {"a stranger's signature", key_unknown, archive_of(tiny_files(), 2, 7)},
        {"a stranger's signature under a known key's number", damaged,
         header_text(renamed) + text + joined(tiny_files())},
        {"a second signature of a stranger", key_unknown, archive_of_two(tiny_files(), 2, 1, 7)},
        {"two signatures of one person", damaged, behind(one + one, text)},
        {"three signatures", damaged, behind(one + signature_by(2, text) + strangers, text)},
        {"half a second signature", damaged, behind(one + one.substr(0, 100), text)},
        {"a signature of another text", damaged, behind(signature_by(1, text + " "), text)},
        {"a second signature of another text", damaged, behind(one + signature_by(2, text + " "), text)},
        {"a comment that was not signed", damaged, header_text(no_comment) + text + joined(tiny_files())},
        signed_otherwise("an untrusted comment that is not the usual one", "untrusted comment: a",
                         "untrusted comment: A"),
        signed_otherwise("an untrusted comment that would steer a screen", "untrusted comment: a",
                         "untrusted comment: \x1b[2J"),
        signed_otherwise("an untrusted comment of 2,000 letters", "untrusted comment: a",
                         "untrusted comment: " + std::string(2000, 'a')),
        signed_otherwise("lines that end as on Windows", "\n", "\r\n"),
        signed_otherwise("no trusted comment", "\ntrusted comment: kiosk content 1\n", "\n"),
        signed_otherwise("a signature of minisign's older form", "\nRU", "\nRW"),
        signed_otherwise("a signature of another algorithm", "\nRU", "\nQU"),
        signed_otherwise("a signature with a blank in it", "\nRU", "\nR U"),
        signed_otherwise("a NUL in a comment", "comment: kiosk", std::string("comment: k\0osk", 14)),
        {"a list of keys, rightly signed", not_an_archive, header_text(sign(keys, test_key(1))) + keys},
        {"a recovery, rightly signed", not_an_archive, signed_archive("kiosk recovery 1\nkiosk a\nserial 1\n", "")},
        {"any text, rightly signed", not_an_archive, signed_archive("kiosk content 10\n", "")},
    };
}

std::vector<Hostile> hostile_names()
{
    std::vector<Hostile> packs;
    for (auto const& [what, path] : std::vector<std::pair<std::string, std::string>>{
             {"the folder above", "../kiosk.toml"},
             {"a folder above in the middle", "quiz/../../kiosk.toml"},
             {"this folder", "./kiosk.toml"},
             {"an absolute path", "/etc/kiosk.toml"},
             {"a home", "~/kiosk.toml"},
             {"a backslash", "quiz\\fr.toml"},
             {"a drive", "c:/kiosk.toml"},
             {"a NUL", std::string("kiosk.toml\0.toml", 16)},
             {"capitals", "Kiosk.toml"},
             {"a blank", "my kiosk.toml"},
             {"a letter beyond ASCII", "fran\xc3\xa7"
                                       "ais.toml"},
             {"a mark that turns the text around", "kiosk\xe2\x80\xaelmot.toml"},
             {"bytes that are no UTF-8", "kiosk\xff\xfe.toml"},
             {"no name", ".toml"},
             {"a hidden file", ".kiosk.toml"},
             {"a hidden folder", ".git/config.toml"},
             {"an empty folder", "quiz//fr.toml"},
             {"a folder with a dot", "kiosk.toml/fr.toml"},
             {"a program", "start.sh"},
             {"a font", "fonts/inter.ttf"},
             {"a picture of another kind", "pictures/a.jpg"},
             {"a folder alone", "pictures/"},
             {"five deep", "a/b/c/d/e.toml"},
             {"101 letters", std::string(96, 'a') + ".toml"},
             {"a control character", "ki\aosk.toml"},
         })
        packs.push_back({"a file named with " + what, unsafe_name, named(path)});
    return packs;
}

std::vector<Hostile> hostile_lists()
{
    auto const text = good_text();
    auto const first_file =
        text.substr(text.find("file "), text.find("file ", text.find("file ") + 5) - text.find("file "));
    auto const huge = fmt::format(" {} ", kMostTextBytes + 1);
    Files const other{{"kiosk.toml", "version = \"2\"\n"}};
    std::string many;
    for (int i = 0; i < 5001; ++i) many += fmt::format("file {} 0 f{:04}.toml\n", std::string(64, '0'), i);
    std::string big;
    for (int i = 0; i < 5; ++i) big += fmt::format("file {} {} p{}.png\n", std::string(64, '0'), kMostPictureBytes, i);
    auto const from_files = text.substr(text.find("files 3"));
    return {
        {"a name twice", damaged, with(first_file, first_file + first_file)},
        {"names out of order", damaged, with(first_file, replaced(first_file, "kiosk", "zz"))},
        {"fewer files than it says", damaged, with("files 3", "files 4")},
        {"more files than it says", damaged, with("files 3", "files 2")},
        {"no files", damaged, with("files 3", "files 0")},
        {"a negative number of files", damaged, with("files 3", "files -3")},
        {"a number that is none", damaged, with("files 3", "files 3e0")},
        {"a number beyond all numbers", damaged, with("files 3", "files 99999999999999999999")},
        {"5,001 files, in a list that is too long", too_large,
         signed_archive(replaced(text, from_files, "files 5001\n" + many + "end\n"), "")},
        {"20,000 files promised", too_large, with("files 3", "files 20000")},
        {"a text that is too large", too_large, with(" 14 kiosk.toml", huge + "kiosk.toml")},
        {"pictures that are too large together", too_large,
         signed_archive(replaced(text, from_files, "files 5\n" + big + "end\n"), "")},
        {"a size with a leading zero", damaged, with(" 14 kiosk.toml", " 014 kiosk.toml")},
        {"a negative size", damaged, with(" 14 kiosk.toml", " -14 kiosk.toml")},
        {"a size that is one too small", damaged, with(" 14 kiosk.toml", " 13 kiosk.toml")},
        {"a size that is one too large", damaged, with(" 14 kiosk.toml", " 15 kiosk.toml")},
        {"a hash of another file", damaged, signed_archive(text, joined(tiny_files()).replace(11, 1, "9"))},
        {"a hash in capitals", damaged, with("file ", "file A")},
        {"no end", damaged, with("end\n", "")},
        {"something behind the end", damaged, with("end\n", "end\nfile\n")},
        {"lines that end as on Windows", damaged, with("epoch 1\n", "epoch 1\r\n")},
        {"a NUL among its lines", damaged, with("epoch 1", std::string("epoch 1\0", 8))},
        {"another first line", not_an_archive, with("kiosk content 1", "kiosk content 2")},
        {"a line left out", damaged, with("schema 1\n", "")},
        {"a key nobody knows", damaged, with("epoch 1\n", "epoch 1\nurl https://x\n")},
        {"a day that is none", damaged, with("2027-12-31", "2027-02-30")},
        {"a version with a path", damaged, with("version 2026.12.1", "version ../../x")},
        {"a version of 40 letters", damaged, with("2026.12.1", std::string(40, '1'))},
        {"a program that is no version", damaged, with("program 0.0.0", "program latest")},
        {"content of number 0", damaged, with("content 2", "content 0")},
        {"content of a negative number", damaged, with("content 2", "content -2")},
        {"another product", wrong_product, with("ecpat-kiosk", "ecpat-kiosk2")},
        {"something behind the files", damaged, archive_of(tiny_files(), 2) + "more"},
        {"a file less than listed", damaged, signed_archive(text, joined(tiny_files()).substr(0, 20))},
    };
}

std::vector<Hostile> faulty_contents()
{
    auto const changed = [](std::string const& path, std::string const& bytes) {
        auto files = english_content();
        files[path] = bytes;
        return archive_of(files, 2);
    };
    auto no_root = english_content();
    no_root.erase("kiosk.toml");
    auto const& root = english_content().at("kiosk.toml");
    return {
        {"no content at all", faulty_content, archive_of(tiny_files(), 2)},
        {"no kiosk.toml", faulty_content, archive_of(no_root, 2)},
        {"an empty kiosk.toml", faulty_content, changed("kiosk.toml", "")},
        {"a text that is no TOML", faulty_content, changed("quiz/travellers/en.toml", "][")},
        {"a text that is no UTF-8", faulty_content, changed("interface/en.toml", "a = \"\xff\"\n")},
        {"a bomb of brackets", faulty_content, changed("sources.toml", "a = " + std::string(100'000, '['))},
        {"channels nobody has verified, in a release", faulty_content,
         changed("kiosk.toml", replaced(root, "edition = \"demonstration\"", "edition = \"release\""))},
        {"a campaign that leads out of the folder", faulty_content,
         changed("kiosk.toml", replaced(root, "\"dont-look-away\"", "\"../../../etc\""))},
    };
}

} // namespace

TEST_CASE("every hostile pack is refused for its reason, with a sentence, and what is shown stays as it is")
{
    Station station;
    station.install(1);
    station.confirm_trial();
    auto const before = station.running();
    int packs = 0;
    for (auto const& table :
         {hostile_headers(), hostile_signatures(), hostile_names(), hostile_lists(), faulty_contents()})
        for (auto const& hostile : table) {
            CAPTURE(hostile.name);
            auto const staged = station.stage(hostile.bytes);
            ++packs;
            CHECK_FALSE(staged.ok());
            if (staged) continue;
            check_sentence(staged.error());
            CHECK_MESSAGE(staged.error().reason == hostile.reason, staged.error().error.line());
        }
    CHECK(packs >= 80);
    CHECK(station.running() == before);
    CHECK(station.running_number() == 1);
    // Nothing is left beside it.
    int names = 0;
    for (auto const& entry : std::filesystem::directory_iterator(station.folder / "packs")) {
        CAPTURE(entry.path().string());
        ++names;
    }
    CHECK(names == 2); // the state and one version
}

TEST_CASE("content that the probe cannot draw, or that breaks it, is refused")
{
    Station station;
    for (auto const end : {ProbeEnd::faulty, ProbeEnd::died}) {
        station.options.probe = [end](auto const&, auto const&) { return Probed{end, {}}; };
        auto const staged = station.stage(archive_of(english_content(), 1));
        REQUIRE_FALSE(staged.ok());
        CHECK(staged.error().reason == faulty_content);
        check_sentence(staged.error());
    }
    station.options.probe = [](auto const& content, auto const& previews) {
        CHECK(std::filesystem::exists(content / "kiosk.toml"));
        return Probed{ProbeEnd::drawn, {previews / "1.png"}};
    };
    auto const staged = station.stage(archive_of(english_content(), 1));
    REQUIRE(staged.ok());
    CHECK(staged.value().previews.size() == 1);
    CHECK(staged.value().summary.languages == 1);
    CHECK(staged.value().summary.campaigns == 2);
    CHECK(staged.value().version == "2026.12.1");
    CHECK(std::count(staged.value().warnings.begin(), staged.value().warnings.end(), StageWarning::demonstration) == 1);
}

TEST_CASE("a disk without twice the room and a tenth is said before anything is written")
{
    Station station;
    station.install(1);
    auto const bytes = joined(english_content()).size();
    station.options.free_bytes = [&](auto const&) { return room_for(bytes) - 1; };
    auto const staged = station.stage(archive_of(english_content(), 2));
    REQUIRE_FALSE(staged.ok());
    CHECK(staged.error().reason == no_room);
    check_sentence(staged.error());
    station.options.free_bytes = [&](auto const&) { return room_for(bytes); };
    CHECK(station.stage(archive_of(english_content(), 2)).ok());
}

TEST_CASE("a kiosk without keys takes nothing")
{
    Station station;
    station.keys = {};
    station.reopen();
    CHECK(station.stage(archive_of(english_content(), 1)).error().reason == no_keys);
    CHECK_FALSE(std::filesystem::exists(station.folder / "packs"));
}
