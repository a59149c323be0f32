// Pictures made to harm: each is shown or refused in a sentence, within a moment, and the kiosk is no larger for it.
#include "files/files.h"
#include "picture/pixels.h"
#include "services/picture_process.h"
#include "support/fence.h"
#include "support/kiosk.h"
#include "support/temporary_folder.h"
#include "ui/pictures/image_decode.h"

#include <chrono>
#include <cstring>
#include <doctest/doctest.h>
#include <fstream>
#include <zlib.h>

using namespace kiosk;
using namespace test;

namespace {

std::filesystem::path program() { return std::filesystem::path(KIOSK_ASSETS).parent_path() / "kiosk-picture"; }

Result<ui::Image> decode(std::string const& bytes)
{
    return services::decode_in_sandbox(program(), bytes, "pictures/x.png");
}

std::string number(std::uint32_t value)
{
    std::string text;
    for (int shift = 24; shift >= 0; shift -= 8) text += static_cast<char>((value >> shift) & 0xFFU);
    return text;
}

std::string chunk(std::string const& name, std::string const& data)
{
    auto const body = name + data;
    auto const sum = ::crc32(0, reinterpret_cast<Bytef const*>(body.data()), static_cast<uInt>(body.size()));
    return number(static_cast<std::uint32_t>(data.size())) + body + number(static_cast<std::uint32_t>(sum));
}

std::string packed(std::string const& data)
{
    auto size = ::compressBound(data.size());
    std::string out(size, '\0');
    ::compress(reinterpret_cast<Bytef*>(out.data()), &size, reinterpret_cast<Bytef const*>(data.data()), data.size());
    out.resize(size);
    return out;
}

std::string const kMark = "\x89PNG\r\n\x1a\n";

struct Header {
    std::uint32_t width = 8, height = 8;
    int depth = 8, colour = 2, interlace = 0;
};

std::string header(Header const& is)
{
    std::string data = number(is.width) + number(is.height);
    for (int const part : {is.depth, is.colour, 0, 0, is.interlace}) data += static_cast<char>(part);
    return chunk("IHDR", data);
}

std::string rows(std::size_t count, std::size_t bytes, char filter = 0)
{
    std::string text;
    for (std::size_t i = 0; i < count; ++i) text += filter + std::string(bytes, '\x40');
    return text;
}

std::string const kEnd = chunk("IEND", "");

std::string picture(Header const& is, std::string const& data, std::string const& between = "")
{
    return kMark + header(is) + between + chunk("IDAT", packed(data)) + kEnd;
}

std::string plain() { return picture({}, rows(8, 24)); }

enum class Expect { shown, refused, either };

struct Case {
    char const* name;
    std::string bytes;
    Expect expect;
};

std::vector<Case> headers()
{
    auto const data = rows(8, 24);
    auto const of = [&](std::uint32_t width, std::uint32_t height) { return picture({width, height}, data); };
    return {
        {"one pixel", picture({1, 1}, rows(1, 3)), Expect::shown},
        {"0 x 0", of(0, 0), Expect::refused},
        {"0 x 8", of(0, 8), Expect::refused},
        {"65535 x 65535", of(65535, 65535), Expect::refused},
        {"2^31 x 2^31", of(0x80000000U, 0x80000000U), Expect::refused},
        {"2^32 - 1 wide", of(0xFFFFFFFFU, 1), Expect::refused},
        {"8193 wide", of(8193, 1), Expect::refused},
        {"8192 x 8192 and no data", of(8192, 8192), Expect::refused},
        {"5000 x 5000 and no data", of(5000, 5000), Expect::refused},
        {"depth 3", picture({8, 8, 3}, data), Expect::refused},
        {"depth 0", picture({8, 8, 0}, data), Expect::refused},
        {"colour of type 5", picture({8, 8, 8, 5}, data), Expect::refused},
        {"colour of type 255", picture({8, 8, 8, 255}, data), Expect::refused},
        {"interlace of type 7", picture({8, 8, 8, 2, 7}, data), Expect::refused},
        {"a palette that is not there", picture({8, 8, 8, 3}, rows(8, 8)), Expect::refused},
        {"two headers", kMark + header({}) + header({16, 16}) + chunk("IDAT", packed(data)) + kEnd, Expect::refused},
        {"a header that is too short", kMark + chunk("IHDR", "12345") + kEnd, Expect::refused},
        {"16 bits", picture({8, 8, 16}, rows(8, 48)), Expect::shown},
        {"16 bits, grey, see-through", picture({8, 8, 16, 4}, rows(8, 32)), Expect::shown},
        {"one bit", picture({8, 8, 1, 0}, rows(8, 1)), Expect::shown},
        {"interlaced", picture({1, 1, 8, 2, 1}, rows(1, 3)), Expect::shown},
        {"interlaced, with the rows of a plain one", picture({8, 8, 8, 2, 1}, data), Expect::either},
    };
}

std::vector<Case> chunks()
{
    auto const data = rows(8, 24);
    auto const with = [&](std::string const& between) { return picture({}, data, between); };
    auto const palette = chunk("PLTE", std::string(3 * 256, 'p'));
    std::string const zeros(50U << 20U, '\0');
    auto const bomb = packed(zeros);
    auto wrong_sum = packed(data);
    wrong_sum.back() = static_cast<char>(wrong_sum.back() ^ 1);
    return {
        {"moving (APNG)", with(chunk("acTL", number(9) + number(0)) + chunk("fcTL", std::string(26, '\0'))),
         Expect::either},
        {"a text of 10 MB", with(chunk("tEXt", std::string(10U << 20U, 't'))), Expect::shown},
        {"a packed text of 50 MB", with(chunk("zTXt", std::string("a\0\0", 3) + bomb)), Expect::shown},
        {"colours (ICC) of rubbish", with(chunk("iCCP", "x" + std::string(5000, '\xfe'))), Expect::shown},
        {"a camera's notes (Exif) of 5 MB", with(chunk("eXIf", std::string(5U << 20U, '\xff'))), Expect::shown},
        {"a bomb: 50 MB for 64 pixels", kMark + header({}) + chunk("IDAT", bomb) + kEnd, Expect::either},
        {"a palette of 257 colours", picture({8, 8, 8, 3}, rows(8, 8), chunk("PLTE", std::string(771, 'p'))),
         Expect::refused},
        {"a palette of two thirds of a colour", picture({8, 8, 8, 3}, rows(8, 8), chunk("PLTE", "pp")),
         Expect::refused},
        {"see-through before its palette", picture({8, 8, 8, 3}, rows(8, 8), chunk("tRNS", "aa") + palette),
         Expect::refused},
        {"see-through longer than its palette",
         picture({8, 8, 8, 3}, rows(8, 8), chunk("PLTE", "ppp") + chunk("tRNS", "aaaa")), Expect::refused},
        {"beyond its palette", picture({8, 8, 8, 3}, rows(8, 8), chunk("PLTE", "ppp")), Expect::either},
        {"no data", kMark + header({}) + kEnd, Expect::refused},
        {"no end", kMark + header({}) + chunk("IDAT", packed(data)), Expect::refused},
        {"no header", kMark + chunk("IDAT", packed(data)) + kEnd, Expect::refused},
        {"a part of 4 GB", kMark + header({}) + "\xff\xff\xff\xffIDAT" + data, Expect::refused},
        {"an important part that nobody knows", with(chunk("ABCD", "x")), Expect::refused},
        {"a telephone's own form (CgBI)", kMark + chunk("CgBI", "abcd") + header({}) + chunk("IDAT", data) + kEnd,
         Expect::either},
        {"rows of filter 9", picture({}, rows(8, 24, 9)), Expect::refused},
        {"too few rows", picture({}, rows(3, 24)), Expect::refused},
        {"no packed data", kMark + header({}) + chunk("IDAT", data) + kEnd, Expect::refused},
        {"a wrong sum of the data", kMark + header({}) + chunk("IDAT", wrong_sum) + kEnd, Expect::either},
        {"10,000 empty parts", with([] {
             std::string many;
             for (int i = 0; i < 10'000; ++i) many += chunk("IDAT", "");
             return many;
         }()),
         Expect::either},
    };
}

std::vector<Case> others()
{
    std::string noise(4096, '\0');
    Random random(7);
    for (auto& byte : noise) byte = static_cast<char>(random.below(256));
    return {
        {"nothing", "", Expect::refused},
        {"a mark alone", kMark, Expect::refused},
        {"a JPEG", "\xff\xd8\xff\xe0" + noise, Expect::refused},
        {"a GIF", "GIF89a" + noise, Expect::refused},
        {"a BMP", "BM" + noise, Expect::refused},
        {"an SVG", "<svg xmlns='http://www.w3.org/2000/svg'/>", Expect::refused},
        {"a PSD", "8BPS" + noise, Expect::refused},
        {"noise", noise, Expect::refused},
        {"noise behind a good header", kMark + header({}) + noise, Expect::refused},
        {"17 MB", plain() + std::string(17U << 20U, 'x'), Expect::refused},
    };
}

long resident_megabytes()
{
    std::ifstream file("/proc/self/statm");
    long pages = 0;
    file >> pages >> pages;
    return pages / 256; // of 4 KiB
}

} // namespace

TEST_CASE("every hostile picture is shown or refused in a sentence, at once, and costs no memory" *
          doctest::skip(without_fence()))
{
    [[maybe_unused]] auto const before = resident_megabytes();
    int count = 0;
    for (auto const& list : {headers(), chunks(), others()})
        for (auto const& tried : list) {
            CAPTURE(tried.name);
            ++count;
            auto const began = std::chrono::steady_clock::now();
            auto const image = decode(tried.bytes);
            CHECK(std::chrono::steady_clock::now() - began < std::chrono::seconds(8));
            if (tried.expect != Expect::either) CHECK(image.ok() == (tried.expect == Expect::shown));
            if (image)
                CHECK(image.value().rgba.size() == static_cast<std::size_t>(image.value().width) *
                                                       static_cast<std::size_t>(image.value().height) * 4);
            else
                CHECK(image.error().line() == "pictures/x.png: the picture is refused (use a PNG picture of at most "
                                              "4096 pixels a side)");
        }
    CHECK(count >= 50);
#if !defined(__SANITIZE_ADDRESS__)                  // which keeps what is freed
    CHECK(resident_megabytes() - before < 64 + 70); // the test's own bombs are 70 MB
#endif
}

TEST_CASE("a picture cut at any byte is refused" * doctest::skip(without_fence()))
{
    auto const whole = plain();
    REQUIRE(decode(whole).ok());
    for (std::size_t at = 0; at < whole.size() - 12; ++at) { // the end's own 12 bytes tell nothing new
        CAPTURE(at);
        CHECK_FALSE(decode(whole.substr(0, at)).ok());
    }
}

TEST_CASE("the pixels are those that the kiosk's own decoder gives" * doctest::skip(without_fence()))
{
    std::string const bytes = read_file(std::filesystem::path(KIOSK_ASSETS) / "pictures/beach-promenade.png").value();
    auto const apart = decode(bytes);
    auto const own = ui::decode_picture(bytes, "x");
    REQUIRE(apart.ok());
    REQUIRE(own.ok());
    CHECK(apart.value().width == own.value().width);
    CHECK(apart.value().rgba == own.value().rgba);
}

TEST_CASE("a program that lies about its pixels is not believed")
{
    // cat gives back what it is given: here, what the decoder would say.
    auto const say = [](std::uint32_t mark, std::uint32_t width, std::uint32_t height, std::size_t bytes) {
        picture::PixelsHeader const head{mark, width, height};
        std::string text(sizeof head, '\0');
        std::memcpy(text.data(), &head, sizeof head);
        return services::decode_in_sandbox("/bin/cat", text + std::string(bytes, 'p'), "x").ok();
    };
    CHECK(say(picture::kMark, 4, 2, 32));
    CHECK_FALSE(say(picture::kMark, 4, 2, 31));
    CHECK_FALSE(say(picture::kMark, 4, 2, 33));
    CHECK_FALSE(say(picture::kMark, 0, 2, 0));
    CHECK_FALSE(say(picture::kMark, 0x40000000U, 4, 0)); // 2^32 bytes, cut to none
    CHECK_FALSE(say(picture::kMark, 10'000, 1, 40'000));
    CHECK_FALSE(say(1, 4, 2, 32));
    CHECK_FALSE(services::decode_in_sandbox("/bin/true", "x", "x").ok());
    CHECK_FALSE(services::decode_in_sandbox("/bin/false", "x", "x").ok());
    CHECK_FALSE(services::decode_in_sandbox("/there/is/none", "x", "x").ok());
}

TEST_CASE("pictures of the content's folder go through the program, the kiosk's own do not" *
          doctest::skip(without_fence()))
{
    TemporaryFolder folder;
    for (auto const* place : {"own", "foreign"}) {
        std::filesystem::create_directory(folder / place);
        REQUIRE(write_file_atomically(folder / place / (std::string(place) + ".png"), plain()).ok());
    }
    std::vector<std::string> seen;
    ui::UntrustedPictures foreign{folder / "foreign", [&](std::string_view bytes, std::string const& name) {
                                      seen.push_back(std::filesystem::path(name).filename());
                                      return services::decode_in_sandbox(program(), bytes, name);
                                  }};
    ui::NoTextures textures;
    ui::Pictures pictures({folder / "foreign", folder / "own"}, textures, Execution::at_once, {}, foreign);
    CHECK(pictures.get("own", 8, 8, {}).texture != 0);
    CHECK(pictures.get("foreign", 8, 8, {}).texture != 0);
    CHECK(seen == std::vector<std::string>{"foreign.png"});
    REQUIRE(write_file_atomically(folder / "foreign/bad.png", kMark + "bad").ok());
    Journal const journal;
    CHECK(pictures.get("bad", 8, 8, {}).texture == 0);
    CHECK(journal.says("the picture is refused"));
}
