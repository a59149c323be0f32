// Pictures on their worker: what it throws is a picture that is missing and a line in the journal, never the end.
#include "files/files.h"
#include "raster/textures.h"
#include "support/kiosk.h"
#include "support/temporary_folder.h"
#include "ui/pictures/image_decode.h"
#include "ui/pictures/pictures.h"

#include <doctest/doctest.h>
#include <new>

using namespace kiosk;
using namespace test;

namespace {

struct PictureFolder {
    PictureFolder()
    {
        ui::Image const image{2, 2, std::vector<std::uint8_t>(16, 200)};
        for (auto const* name : {"well", "memory", "disk", "other"})
            REQUIRE(ui::write_png((folder / (std::string(name) + ".png")).string(), image).ok());
    }
    // Decodes what is well, and throws by name.
    ui::UntrustedPictures throwing() const
    {
        return {folder.path(), [](std::string_view bytes, std::string const& name) -> Result<ui::Image> {
                    if (name.find("memory.png") != std::string::npos) throw std::bad_alloc();
                    if (name.find("disk.png") != std::string::npos)
                        throw std::filesystem::filesystem_error("cannot read", name,
                                                                std::make_error_code(std::errc::io_error));
                    if (name.find("other.png") != std::string::npos) throw "words";
                    return ui::decode_picture(bytes, name);
                }};
    }

    TemporaryFolder folder;
};

} // namespace

TEST_CASE_FIXTURE(PictureFolder, "a picture whose decoding throws is missing, said once, and the others are shown")
{
    for (auto const decode : {Execution::on_worker, Execution::at_once}) {
        Journal const journal;
        ui::NoTextures textures;
        ui::Pictures pictures({folder.path()}, textures, decode, {}, throwing());
        for (auto const* name : {"memory", "disk", "other", "well"}) (void)pictures.get(name, 2, 2, {});
        while (pictures.waiting()) pictures.tick();
        for (auto const* name : {"memory", "disk", "other"}) CHECK(pictures.get(name, 2, 2, {}).texture == 0);
        CHECK(pictures.get("well", 2, 2, {}).texture != 0);
        CHECK_FALSE(pictures.waiting()); // nothing is asked for again
        CHECK(journal.says("memory: there is not enough memory"));
        CHECK(journal.says("disk: filesystem error: cannot read"));
        CHECK(journal.says("other: has failed"));
    }
}

TEST_CASE_FIXTURE(PictureFolder,
                  "a picture that a frame was drawn without fades in, and one that was prepared is there at once")
{
    using namespace std::chrono_literals;
    ui::NoTextures textures;
    ui::Pictures pictures({folder.path()}, textures, Execution::on_worker, {});
    Instant const now{1s};
    CHECK(pictures.get("well", 2, 2, now).texture == 0);
    pictures.prepare("well", 4, 4);
    while (pictures.waiting()) pictures.tick();
    auto const late = pictures.get("well", 2, 2, now + 50ms);
    CHECK(late.texture != 0);
    CHECK(late.opacity == 0);
    auto const half = pictures.get("well", 2, 2, now + 50ms + ui::kPictureFade / 2);
    CHECK(half.opacity > 0.4F);
    CHECK(half.opacity < 0.6F);
    CHECK(pictures.get("well", 2, 2, now + 50ms + ui::kPictureFade).opacity == 1);
    CHECK(pictures.get("well", 2, 2, now + 60ms).opacity == 1); // and stays
    CHECK(pictures.get("well", 4, 4, now).texture != 0);
    CHECK(pictures.get("well", 4, 4, now).opacity == 1);
}

TEST_CASE_FIXTURE(PictureFolder, "an icon is there in the frame that asks for it")
{
    ui::Image const image{2, 2, std::vector<std::uint8_t>(16, 200)};
    REQUIRE(ui::write_png((folder / "icon-check.png").string(), image).ok());
    ui::NoTextures textures;
    ui::Pictures pictures({folder.path()}, textures, Execution::on_worker, {});
    CHECK(pictures.get("icon-check", 2, 2, {}).texture != 0);
    CHECK_FALSE(pictures.waiting());
}

TEST_CASE_FIXTURE(PictureFolder, "pictures that are gone before they were decoded are not waited for")
{
    ui::NoTextures textures;
    for (int round = 0; round < 20; ++round) {
        ui::Pictures pictures({folder.path()}, textures, Execution::on_worker, {});
        for (int size = 1; size < 50; ++size) (void)pictures.get("well", size, size, {});
        pictures.tick();
        CHECK(pictures.waiting());
    }
}

TEST_CASE("a wide place shows the part of a picture where its subject is, of all its layers and of no other picture")
{
    TemporaryFolder folder;
    // Darker from line to line.
    ui::Image image{10, 100, std::vector<std::uint8_t>(4000, 255)};
    for (std::size_t at = 0; at < image.rgba.size(); ++at)
        if (at % 4 != 3) image.rgba[at] = static_cast<std::uint8_t>(200 - at / 40);
    for (auto const* name : {"bell", "bell.life", "lamp", "edge"})
        REQUIRE(ui::write_png((folder / (std::string(name) + ".png")).string(), image).ok());
    REQUIRE(write_file_atomically(folder / "focus.txt", "# name, share\nbell 0.70\nedge 0.99\nlamp much\n").ok());
    raster::Textures textures;
    ui::Pictures pictures({folder.path()}, textures, Execution::at_once, {});
    auto const middle_line = [&](std::string const& name) {
        auto const* drawn = textures.find(pictures.get(name, 10, 10, {}).texture);
        REQUIRE(drawn);
        return 200 - drawn->rgba[std::size_t{5} * 10 * 4];
    };
    CHECK(middle_line("lamp") == 50);
    CHECK(middle_line("bell") == 70);
    CHECK(middle_line("bell.life") == 70);
    CHECK(middle_line("edge") == 95); // as near as the picture reaches
}

TEST_CASE("a picture is decoded when it is drawn, and never where nobody sees it")
{
    Journal const journal;
    TemporaryFolder folder;
    REQUIRE(write_file_atomically(folder / "broken.png", "this is no picture").ok());
    ui::UnseenTextures unseen;
    ui::Pictures never({folder.path()}, unseen, Execution::at_once, {});
    CHECK(never.get("broken", 4, 4, {}).texture != 0);
    raster::Textures textures(ui::PixelUse::when_drawn);
    ui::Pictures pictures({folder.path()}, textures, Execution::at_once, {});
    auto const broken = pictures.get("broken", 4, 4, {}).texture;
    CHECK_FALSE(journal.says("broken.png"));
    auto const* drawn = textures.find(broken);
    REQUIRE(drawn);
    CHECK(journal.says("broken.png: cannot be shown"));
    CHECK(drawn->rgba == std::vector<std::uint8_t>(64, 0)); // nothing of it
    CHECK(pictures.get("absent", 4, 4, {}).texture == 0);
    CHECK(journal.says("picture 'absent'"));
}
