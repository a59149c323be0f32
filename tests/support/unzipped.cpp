#include "support/unzipped.h"
#include "files/files.h"

#include <doctest/doctest.h>
#include <zlib.h>

namespace test {

namespace {

std::size_t number(std::string const& bytes, std::size_t at, std::size_t length)
{
    std::size_t number = 0;
    for (std::size_t i = length; i-- > 0;) number = number << 8U | static_cast<unsigned char>(bytes.at(at + i));
    return number;
}

std::string inflated(std::string packed, std::size_t length)
{
    std::string bytes(length, '\0');
    z_stream stream{};
    REQUIRE(inflateInit2(&stream, -MAX_WBITS) == Z_OK);
    stream.next_in = reinterpret_cast<Bytef*>(packed.data());
    stream.avail_in = static_cast<uInt>(packed.size());
    stream.next_out = reinterpret_cast<Bytef*>(bytes.data());
    stream.avail_out = static_cast<uInt>(bytes.size());
    CHECK(inflate(&stream, Z_FINISH) == Z_STREAM_END);
    inflateEnd(&stream);
    return bytes;
}

} // namespace

std::map<std::string, std::string> unzipped(std::filesystem::path const& path)
{
    auto const bytes = kiosk::read_file(path).value();
    REQUIRE(bytes.size() > 22);
    auto const end = bytes.size() - 22;
    auto at = number(bytes, end + 16, 4);
    std::map<std::string, std::string> parts;
    for (auto entries = number(bytes, end + 10, 2); entries > 0; --entries) {
        auto const name = number(bytes, at + 28, 2);
        auto const local = number(bytes, at + 42, 4);
        auto const begin = local + 30 + number(bytes, local + 26, 2) + number(bytes, local + 28, 2);
        parts[bytes.substr(at + 46, name)] =
            inflated(bytes.substr(begin, number(bytes, at + 20, 4)), number(bytes, at + 24, 4));
        at += 46 + name + number(bytes, at + 30, 2) + number(bytes, at + 32, 2);
    }
    return parts;
}

} // namespace test
