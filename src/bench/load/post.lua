-- Posts to stories made by Dossier.java: wrk -s post.lua BASE -- RUN KIND STORY STORIES VOICES ATTRIBUTES SOURCES [any]
-- KIND is fact or source; RUN makes what is posted new; a thread keeps to one of the stories STORY-1 to STORY-STORIES, or posts to any.
dofile(os.getenv("BENCH_LOAD") .. "/done.lua")

local FACTS_OF_A_SOURCE = 30
local threads = 0

function setup(thread)
   thread:set("id", threads)
   threads = threads + 1
end

function init(args)
   run, kind, prefix, stories = args[1], args[2], "/v1/stories/" .. args[3] .. "-", tonumber(args[4])
   voices, attributes, sources, any = tonumber(args[5]), tonumber(args[6]), tonumber(args[7]), args[8]
   posted = 0
   math.randomseed(os.time() + 1000 * id)
   headers = {["Content-Type"] = "application/json", ["X-API-Key"] = os.getenv("BENCH_KEY")}
end

-- What the camp of a voice says; Dossier.java says the same.
local function value(voice, attribute)
   local camp = (voice * 31 + attribute) % 5
   local type = attribute % 5
   if type == 0 then return string.format('{"type": "QUANTITY", "min": %d, "max": %d}', 50 + camp, 60 + camp) end
   if type == 1 then return string.format('{"type": "TIME", "edtf": "2017-05-0%d"}', 1 + camp) end
   if type == 2 then return string.format('{"type": "ORDINAL", "number": %d}', 1 + camp) end
   if type == 3 then return string.format('{"type": "TEXT", "text": "answer %d"}', camp) end
   return '{"type": "TOPIC"}'
end

local function fact(voice, attribute, n)
   return string.format('{"attribute": "attribute-%d", "value": %s, "wording": "as voice %d puts it, run %s, %d.%d.%d"}',
      attribute, value(voice, attribute), voice, run, id, posted, n)
end

function request()
   posted = posted + 1
   local story = prefix .. (any and math.random(1, stories) or id % stories + 1)
   if kind == "fact" then
      local source = math.random(0, sources - 1)
      return wrk.format("POST", story .. "/sources/source-" .. source .. "/facts", headers,
         fact(source % voices, math.random(0, attributes - 1), 0))
   end
   local voice = math.random(0, voices - 1)
   local first = math.random(0, attributes - 1)
   local facts = {}
   for n = 1, FACTS_OF_A_SOURCE do facts[n] = fact(voice, (first + n) % attributes, n) end
   return wrk.format("POST", story .. "/sources", headers, string.format(
      '{"id": "posted-%s-%d-%d", "publisher": "voice-%d", "publishedAt": "2017-06-01T00:00:00Z", "facts": [%s]}',
      run, id, posted, voice, table.concat(facts, ", ")))
end
